// SPDX-License-Identifier: Apache-2.0
#include "advisor/written_options.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ppp::advisor {
namespace {

/// Others change what a connection does, and are looked for in the call.
bool says_where(Node item) {
  static const std::set<std::string_view> words = {
      "application_name", "connect_timeout",
      "database",         "db",
      "dbname",           "host",
      "hostaddr",         "passwd",
      "password",         "port",
      "sslmode",          "user"};
  const auto key = plain_literal(item.field("key"));
  return item.is("pair") && key && words.contains(*key);
}

/// The dict that a statement of the module gives the variable.
Node dict_of(const SourceFile& file, Node name) {
  for (Node statement : file.root().children()) {
    const Node assignment = statement.child(0);
    if (assignment.is("assignment") &&
        assignment.field("left").text() == name.text()) {
      const Node given = assignment.field("right");
      return given.is("dictionary") ? given : Node();
    }
  }
  return {};
}

}  // namespace

std::vector<Node> written_options(const Project& project,
                                  const SourceFile& file, Node splat) {
  const Node name = splat.child(0);
  const Node dict = name.is("identifier") ? dict_of(file, name) : Node();
  if (!dict || !std::all_of(dict.children().begin(), dict.children().end(),
                            says_where)) {
    return {};
  }
  bool only = true;
  for (const SourceFile& other : project.files) {
    walk(other.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != name.text()) return only;
      const Node around = node.parent();
      only &= around == dict.parent() ||
              (&other == &file && around.is("dictionary_splat"));
      return only;
    });
  }
  if (!only) return {};
  return {dict.children().begin(), dict.children().end()};
}

}  // namespace ppp::advisor

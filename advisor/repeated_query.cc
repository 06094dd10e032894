// SPDX-License-Identifier: Apache-2.0
#include "advisor/repeated_query.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "advisor/scopes.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

/// "?", "%s", "%(name)s", ":name", "$1"
bool is_placeholder(const std::string& token) {
  return token == "?" || token == "%s" ||
         (token.starts_with("%(") && token.ends_with(")s")) ||
         (token.size() > 1 && (token[0] == ':' || token[0] == '$'));
}

bool aggregates(const std::vector<std::string>& words, std::size_t end) {
  static constexpr std::array<std::string_view, 6> kFunctions = {
      "count", "sum", "min", "max", "avg", "total"};
  for (std::size_t i = 1; i + 1 < end; ++i) {
    const bool known = std::find(kFunctions.begin(), kFunctions.end(),
                                 words[i]) != kFunctions.end();
    if (known && words[i + 1] == "(") return true;
  }
  return false;
}

std::string joined(const std::vector<std::string>& tokens) {
  std::string text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool tight = i == 0 || tokens[i] == "," || tokens[i] == "(" ||
                       tokens[i] == ")" || tokens[i - 1] == "(";
    const bool list = tokens[i] == "(" && lower_case(tokens[i - 1]) == "in";
    text += (tight && !list ? "" : " ") + tokens[i];
  }
  return text;
}

/// Where a statement for one value says more than which rows and columns.
bool too_much(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 10> kOther = {
      "or",    "not",    "limit",  "offset", "union",
      "group", "having", "window", "order",  "distinct"};
  const bool other =
      std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return std::find(kOther.begin(), kOther.end(), word) != kOther.end();
      });
  return other || std::count(words.begin(), words.end(), "select") != 1;
}

/// What a variable of the file is set to, once.
Node constant(const SourceFile& source, std::string_view name) {
  Node value;
  int bindings = 0;
  walk(source.root(), [&](Node node) {
    if (!node.is("assignment") || node.field("left").text() != name) {
      return true;
    }
    value = node.field("right");
    ++bindings;
    return true;
  });
  return bindings == 1 ? value : Node();
}

bool is_await_of(Node call) {
  Node around = call.parent();
  while (around.is("parenthesized_expression")) around = around.parent();
  return around.is("await");
}

std::optional<RepeatedQuery> query_of(const SourceFile& source, Node call) {
  static constexpr std::array<std::string_view, 5> kMethods = {
      "execute", "fetch", "fetchrow", "fetchval", "scalar"};
  const Node callee = call.field("function");
  const Node arguments = call.field("arguments");
  if (!callee.is("attribute") || !arguments.is("argument_list")) return {};
  const std::string_view method = callee.field("attribute").text();
  if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
    return {};
  }
  const Node first = arguments.child(0);
  const std::string_view wraps = first.field("function").text();
  const bool wrapped = wraps == "text" || wraps.ends_with(".text");
  const auto sql = written_query(source, wrapped ? first : call);
  auto batched = sql ? batched_query(*sql) : std::nullopt;
  if (!batched) return std::nullopt;
  return RepeatedQuery{std::move(*batched), is_await_of(call)};
}

}  // namespace

std::optional<std::string> written_query(const SourceFile& source, Node call) {
  Node first = call.field("arguments").child(0);
  if (first.is("identifier")) first = constant(source, first.text());
  return first ? written_text(first) : std::nullopt;
}

std::optional<std::string> batched_query(std::string_view sql) {
  std::vector<std::string> tokens = sql_tokens(sql);
  std::vector<std::string> words;
  for (const std::string& token : tokens) words.push_back(lower_case(token));
  if (words.size() < 8 || words[0] != "select" || too_much(words)) return {};
  const auto index = [&](auto found) {
    return static_cast<std::size_t>(found - words.begin());
  };
  const std::size_t from = index(std::find(words.begin(), words.end(), "from"));
  const std::size_t where =
      index(std::find(words.begin(), words.end(), "where"));
  const std::size_t parameter =
      index(std::find_if(words.begin(), words.end(), is_placeholder));
  if (from > where || where + 2 >= parameter || parameter == words.size() ||
      words[parameter - 1] != "=" ||
      std::count_if(words.begin(), words.end(), is_placeholder) != 1) {
    return {};
  }
  const std::string key = tokens[parameter - 2];
  bool selected = false;
  for (std::size_t i = 1; i < from; ++i) {
    const bool all = words[i].ends_with('*') && words[i - 1] != "(";
    selected = selected || all || words[i] == lower_case(key);
  }
  if (aggregates(words, from)) {
    tokens.insert(tokens.end(), {"GROUP", "BY", key});
  }
  if (tokens[parameter].starts_with('$')) {  // asyncpg: a list is one value
    tokens[parameter] = "ANY(" + tokens[parameter] + ")";
  } else {
    tokens[parameter - 1] = "IN";
    tokens[parameter] = "(" + tokens[parameter] + ", …)";
  }
  if (!selected) tokens.insert(tokens.begin() + 1, {key, ","});
  return joined(tokens);
}

std::optional<RepeatedQuery> repeated_query(const Loop& loop) {
  std::set<std::string_view> called;
  std::vector<Node> bodies = {loop.node};
  std::optional<RepeatedQuery> found;
  for (std::size_t i = 0; i < bodies.size() && !found; ++i) {
    walk(bodies[i], [&](Node node) {
      if (found || !node.is("call")) return !found;
      found = query_of(*loop.source, node);
      const Node callee = node.field("function");
      called.insert(
          (callee.is("attribute") ? callee.field("attribute") : callee).text());
      return true;
    });
    if (i > 0) continue;
    walk(loop.source->root(), [&](Node node) {
      const bool entered = node.is("function_definition") &&
                           called.contains(node.field("name").text());
      if (entered) bodies.push_back(node.field("body"));
      return true;
    });
  }
  return found;
}

std::optional<std::string> lazy_relationship(const Project& project,
                                             const Loop& loop) {
  std::map<std::string_view, std::string> lazy;  // "orders": "User.orders"
  for (const SourceFile& file : project.files) {
    if (file.text().find("sqlalchemy") == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      const Node call = node.field("right");
      const std::string_view made = call.field("function").text();
      const bool relates =
          node.is("assignment") && call.is("call") &&
          (made == "relationship" || made.ends_with(".relationship"));
      const Node of = enclosing(node, {"class_definition"});
      if (!relates || !of) return true;
      const Node how = keyword(call, "lazy");
      const auto word = how ? plain_literal(how) : std::nullopt;
      if (how && word != "select" && !how.is("true")) return true;
      const std::string_view name = node.field("left").text();
      lazy[name] =
          std::string(of.field("name").text()) + "." + std::string(name);
      return true;
    });
  }
  std::vector<std::string> items = bound_names(loop.node.field("left"));
  for (Node child : loop.node.children()) {
    if (!child.is("for_in_clause")) continue;
    const std::vector<std::string> more = bound_names(child.field("left"));
    items.insert(items.end(), more.begin(), more.end());
  }
  std::optional<std::string> found;
  walk(loop.node, [&](Node node) {
    const auto relation = lazy.find(node.field("attribute").text());
    const bool of_item = node.is("attribute") && relation != lazy.end() &&
                         std::find(items.begin(), items.end(),
                                   node.field("object").text()) != items.end();
    if (of_item) found = relation->second;
    return !found;
  });
  return found;
}

}  // namespace ppp::advisor

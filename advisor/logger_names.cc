// SPDX-License-Identifier: Apache-2.0
#include "advisor/logger_names.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ppp::advisor {
namespace {

bool makes_own_logger(const SourceFile& file, Node call) {
  if (!is_get_logger(call)) return false;
  const Node name = call.field("arguments").child(0);
  const std::optional<std::string> text = name.text() == "__name__"
                                              ? std::string(file.module())
                                              : written_text(name);
  static const std::set<std::string_view> others = {"",
                                                    "aiohttp",
                                                    "anyio",
                                                    "asyncio",
                                                    "asyncpg",
                                                    "chardet",
                                                    "charset_normalizer",
                                                    "concurrent",
                                                    "h11",
                                                    "h2",
                                                    "hpack",
                                                    "httpcore",
                                                    "httpx",
                                                    "idna",
                                                    "psycopg",
                                                    "psycopg_pool",
                                                    "pymysql",
                                                    "requests",
                                                    "root",
                                                    "sqlalchemy",
                                                    "urllib3"};
  return text && !others.contains(text->substr(0, text->find('.')));
}

/// The place that the name stands for: `self.logger` of `logger`.
Node named_place(Node name) {
  const Node around = name.parent();
  const bool last = around.is("attribute") && around.field("attribute") == name;
  return last ? around : name;
}

bool only_reads(Node name) {
  const Node place = named_place(name);
  const Node around = place.parent();
  const bool object = around.is("attribute") && around.field("object") == place;
  const bool called =
      around.is("call") && around.field("function") == place;  // `x.log(…)`
  return object || called || is_handed_on(place) ||
         around.is("return_statement") ||
         (around.is("assignment") && around.field("right") == place);
}

}  // namespace

bool is_handed_on(Node name) {
  const Node around = name.parent();
  return around.is("argument_list") ||
         (around.is("keyword_argument") && around.field("value") == name);
}

bool is_get_logger(Node call) {
  const Node function = call.field("function");
  return call.is("call") && (function.text() == "logging.getLogger" ||
                             function.text() == "getLogger");
}

bool always_bound_to(
    const Project& project, Node logger,
    const std::function<bool(const SourceFile&, Node call)>& accepts) {
  const Node name = logger.is("attribute") ? logger.field("attribute") : logger;
  // A logger has these itself.
  if (name.text() == "parent" || name.text() == "root") return false;
  bool bound = false;
  bool other = !name.is("identifier");
  for (const SourceFile& file : project.files) {
    walk(file.root(), [&](Node node) {
      if (!node.is("identifier") || node.text() != name.text()) return !other;
      const Node place = named_place(node);
      const Node around = place.parent();
      const bool accepted = around.is("assignment") &&
                            around.field("left") == place &&
                            accepts(file, around.field("right"));
      bound |= accepted;
      other |= !accepted && !only_reads(node);
      return !other;
    });
  }
  return bound && !other;
}

bool is_own_logger(const Project& project, const SourceFile& file,
                   Node logger) {
  return makes_own_logger(file, logger) ||
         always_bound_to(project, logger, makes_own_logger);
}

}  // namespace ppp::advisor

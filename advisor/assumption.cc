// SPDX-License-Identifier: Apache-2.0
#include "advisor/assumption.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "advisor/repeated_query.h"
#include "advisor/sql.h"

namespace ppp::advisor {
namespace {

constexpr std::size_t kLongest = 60;  // of what is quoted

/// What the programs must not do that share nothing but the streams which the
/// call does not redirect.
std::string program_assumption(const Place& place) {
  const Node call = node_at(place.source->root(), place.range);
  const auto name = [&] {
    const Node callee = call.field("function");
    return callee.is("attribute") ? callee.field("attribute").text()
                                  : callee.text();
  }();
  const bool whole = name == "getoutput" || name == "getstatusoutput";
  const bool own_stdin = keyword(call, "stdin") || keyword(call, "input");
  const bool own_stderr =
      whole || keyword(call, "stderr") || keyword(call, "capture_output");
  std::string text = "assumes that the programs that " + quoted_place(place) +
                     " starts change nothing outside of themselves";
  std::vector<std::string> more = {"read nothing that the loop changes"};
  if (!own_stdin) more.emplace_back("read nothing from stdin");
  if (!own_stderr) more.emplace_back("print nothing to stderr");
  if (keyword(call, "timeout")) {
    more.emplace_back("end in time beside each other");
  }
  for (const std::string& one : more) {
    text += (&one == &more.back() ? ", and " : ", ") + one;
  }
  return text;
}

/// "`SELECT …` on line 7"
std::string quoted_query(const Place& place) {
  const Node call = node_at(place.source->root(), place.range);
  const auto text = written_query(*place.source, call);
  if (!text) return quoted_place(place);
  std::string line;
  for (char c : *text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (space && (line.empty() || line.back() == ' ')) continue;
    line += space ? ' ' : c;
  }
  if (line.size() > kLongest) line = line.substr(0, kLongest) + "…";
  return "`" + line + "` on line " + std::to_string(place.span().line);
}

}  // namespace

std::string quoted_place(const Place& place) {
  std::string text(place.source->slice(place.range).substr(0, kLongest));
  return "`" + text.substr(0, text.find('\n')) + "` on line " +
         std::to_string(place.span().line);
}

std::string doubt_about(const Place& place) {
  const Node call = node_at(place.source->root(), place.range);
  const auto text = written_query(*place.source, call);
  const std::string word = text ? more_than_reads(*text) : "";
  std::string doubt = quoted_place(place);
  if (!word.empty())
    return doubt + ": `" + word + "` is not known to only read";
  const Node method = call.field("function").field("attribute");
  if (!method.text().starts_with("execute")) return doubt;
  if (!text) return doubt + ": its SQL is not written there";
  return doubt + ": what it is given may be of a class with code of its own";
}

std::string harmless_assumption(const Place& place) {
  return "assumes that " + quoted_place(place) +
         " changes nothing that another iteration reads";
}

std::string outside_assumption(std::string_view category, const Place& place) {
  if (!place.source) return "";
  if (category == "dynamic" || category == "hook") {
    return harmless_assumption(place);
  }
  if (category == "program") return program_assumption(place);
  if (category == "warnings") {
    return "assumes that " + quoted_place(place) + " issues no warning";
  }
  if (category == "query") {
    return "assumes that the database answers " + quoted_query(place) +
           " from other sessions, beside each other, as from this one: nobody "
           "changes what it reads until the loop has ended";
  }
  if (category == "conversation") {
    return "assumes that what is sent over the connections that " +
           quoted_place(place) + " makes changes nothing at their other end";
  }
  return "";
}

std::optional<Reason> assumption_under(const Reason& conflict) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 8>
      kOutside = {{{"effect-child-process", "assumed-programs-apart"},
                   {"effect-file-write", "assumed-other-files"},
                   {"effect-network", "assumed-only-asks"},
                   {"effect-connect", "assumed-only-asks"},
                   {"effect-query", "assumed-same-answers"},
                   {"effect-warnings", "assumed-no-warning"},
                   {"time-limit", "assumed-in-time"},
                   {"writes-shared-state", "assumed-no-cookies"}}};
  if (conflict.assumption.empty()) return std::nullopt;
  std::string id = "assumed-harmless";
  for (const auto& [of, other] : kOutside) {
    if (conflict.id == of) id = other;
  }
  return Reason{std::move(id), conflict.assumption, conflict.spans};
}

bool only_about_outside(const std::vector<Reason>& assumptions) {
  return std::none_of(
      assumptions.begin(), assumptions.end(), [](const Reason& one) {
        return one.id == "assumed-harmless" || one.id == "assumed-fresh";
      });
}

bool tested_by_rewriting(const std::vector<Reason>& assumptions) {
  return !assumptions.empty() &&
         std::all_of(
             assumptions.begin(), assumptions.end(), [](const Reason& one) {
               return one.id == "assumed-no-cookies" ||
                      one.id == "assumed-no-warning" ||
                      one.id == "assumed-in-time" || one.id == "assumed-room" ||
                      one.id == "assumed-files-open";
             });
}

}  // namespace ppp::advisor

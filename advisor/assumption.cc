// SPDX-License-Identifier: Apache-2.0
#include "advisor/assumption.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ppp::advisor {
namespace {

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

}  // namespace

std::string quoted_place(const Place& place) {
  constexpr std::size_t kLongest = 60;
  std::string text(place.source->slice(place.range).substr(0, kLongest));
  return "`" + text.substr(0, text.find('\n')) + "` on line " +
         std::to_string(place.span().line);
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
  if (category == "conversation") {
    return "assumes that what is sent over the connections that " +
           quoted_place(place) + " makes changes nothing at their other end";
  }
  return "";
}

std::optional<Reason> assumption_under(const Reason& conflict) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 3>
      kOutside = {{{"effect-child-process", "assumed-programs-apart"},
                   {"effect-file-write", "assumed-other-files"},
                   {"effect-network", "assumed-only-asks"}}};
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

}  // namespace ppp::advisor

// SPDX-License-Identifier: Apache-2.0
// What the statement behind a row of kernels reads of their lists: that much of
// the arrays is enough for it.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "rewrite/kernel_chain_steps.h"

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::NumberType;

/// ":8", "-2:", "1:3"
bool plain_slice(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view first = text.substr(0, colon);
  const std::string_view last = text.substr(colon + 1);
  return (first.empty() || place_literal(first)) &&
         (last.empty() || place_literal(last));
}

/// The only argument, or null.
Node only_argument(Node call) {
  const Node given = call.field("arguments");
  return given.is("argument_list") && given.children().size() == 1
             ? given.child(0)
             : Node();
}

bool calls_builtin(const Request& request, Node node, const std::string& name) {
  return node.is("call") && node.field("function").is("identifier") &&
         node.field("function").text() == name && !request.names.bound(name);
}

}  // namespace

bool place_literal(std::string_view text) {
  constexpr std::size_t kDigits = 15;
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.size() <= kDigits &&
         std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::optional<std::string> ChainSteps::number_of(Node call) {
  State before = state_;
  top_.names = &state_.names;
  const Node function = program_.functions.called(call);
  if (!function) return std::nullopt;
  const std::vector<Node> results =
      returned(function.field("body").children().back());
  std::vector<std::string> wishes;
  for (Node one : results) {
    wishes.emplace_back(one.is("identifier") ? one.text() : "");
  }
  const bool single = wishes.size() == 1;
  if (single) wishes = {""};
  const auto given = this->call(call, top_, wishes);
  bool fits = given && state_.parts.size() > before.parts.size();
  std::string text;
  for (std::size_t i = 0; fits && i < given->size(); ++i) {
    const Value& one = (*given)[i];
    fits = one.kind == Value::Kind::kNumber && !one.outer;
    text += (i == 0 ? "" : ", ") + one.text;
  }
  if (fits) return single ? text : "(" + text + ")";
  state_ = std::move(before);
  return std::nullopt;
}

std::optional<std::string> ChainSteps::read_of(Node node, bool rows) {
  State before = state_;
  std::optional<std::string> text;
  if (node.is("subscript")) text = items_of_list(node, rows);
  if (calls_builtin(request_, node, "sum")) text = sum_of_list(node);
  for (const char* extreme : {"max", "min"}) {
    if (calls_builtin(request_, node, extreme)) {
      text = extreme_of_list(node, extreme);
    }
  }
  if (calls_builtin(request_, node, "len")) {
    const ChainState::List* list = list_named(only_argument(node));
    if (list) text = "len(" + list->array + ")";
  }
  if (!text) state_ = std::move(before);
  return text;
}

/// An array; null: it is something else.
const ChainState::List* ChainSteps::list_named(Node name) const {
  if (!name || !name.is("identifier")) return nullptr;
  const auto found = state_.names.find(std::string(name.text()));
  if (found == state_.names.end() || found->second.kind != Value::Kind::kList) {
    return nullptr;
  }
  const ChainState::List& list = state_.lists[found->second.list];
  return list.array.empty() ? nullptr : &list;
}

void ChainSteps::need_place(const std::string& size, std::string_view at) {
  const long long place = std::stoll(std::string(at));
  const std::string asked =
      fmt::format("{} < {}", size, place < 0 ? -place : place + 1);
  const bool known = std::any_of(
      state_.lines.begin(), state_.lines.end(),
      [&](const auto& one) { return one.text == "if " + asked + ":"; });
  if (!known) refuse_if(asked);
}

// `xs[0]`, `xs[:3]`, `grid[0]`, `grid[-1][2]`, `grid[3][:8]`
std::optional<std::string> ChainSteps::items_of_list(Node node, bool rows) {
  std::vector<std::string> at;
  for (; node.is("subscript"); node = node.field("value")) {
    const std::vector<Node> one = node.fields("subscript");
    if (one.size() != 1) return std::nullopt;
    at.insert(at.begin(), std::string(one[0].text()));
  }
  const ChainState::List* list = list_named(node);
  if (!list || at.size() > (list->rows ? 2U : 1U)) return std::nullopt;
  const bool row = list->rows && at.size() == 1;
  if (row && !rows) return std::nullopt;
  const bool slice = plain_slice(at.back());
  if ((!slice && !place_literal(at.back())) ||
      (at.size() == 2 && !place_literal(at[0]))) {
    return std::nullopt;
  }
  const std::string array = list->array;
  // There is a row at least.
  const bool there = list->rows && (at[0] == "0" || at[0] == "-1");
  if (!there && (!slice || at.size() == 2))
    need_place("len(" + array + ")", at[0]);
  if (!slice && at.size() == 2) need_place(array + ".shape[1]", at[1]);
  return array + "[" + joined(at) + "]" +
         (slice || row ? ".tolist()" : ".item()");
}

// `max(xs)`: of several the first, and of NaN what the order says, which only
// Python knows.
std::optional<std::string> ChainSteps::extreme_of_list(
    Node call, const std::string& extreme) {
  const ChainState::List* list = list_named(only_argument(call));
  if (!list || list->rows || list->type == NumberType::kFlag) {
    return std::nullopt;
  }
  const std::string array = list->array;
  need_place("len(" + array + ")", "0");
  const std::string best = fresh(extreme == "max" ? "most" : "least");
  line(1, fmt::format("{0} = {1}[{1}.arg{2}()].item()", best, array, extreme));
  if (list->type == NumberType::kFloat) refuse_if(best + " != " + best);
  return best;
}

// Of ints the sum is exact: `sum(xs)`, `sum(map(sum, grid))`. Of floats it is
// Python's, which no sum of NumPy is: that of a list.
std::optional<std::string> ChainSteps::sum_of_list(Node call) {
  Node of = only_argument(call);
  const bool mapped = of && calls_builtin(request_, of, "map");
  if (mapped) {
    const Node given = of.field("arguments");
    if (!given.is("argument_list") || given.children().size() != 2 ||
        given.child(0).text() != "sum") {
      return std::nullopt;
    }
    of = given.child(1);
  }
  const ChainState::List* list = list_named(of);
  if (!list || list->rows != mapped) return std::nullopt;
  const std::string array = list->array;
  if (list->type == NumberType::kFloat && !mapped) {
    return "sum(" + array + ".tolist())";
  }
  if (list->type != NumberType::kInteger) return std::nullopt;
  refuse_if(array + ".size > 2**31");
  if (list->most > std::ldexp(1.0, 31)) {
    refuse_if(
        fmt::format("{0}.min(initial=0) < -2**31 or {0}.max(initial=0) > "
                    "2**31",
                    array));
  }
  return "int(" + array + ".sum())";
}

}  // namespace ppp::rewrite

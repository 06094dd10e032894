// SPDX-License-Identifier: Apache-2.0
#include "rewrite/kernel_new_list.h"

#include <algorithm>

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::Node;
using advisor::NumberType;
using StepKind = KernelStep::Kind;

bool whole_literal(Node node) {
  constexpr std::size_t kShort = 15;
  return node.is("integer") && node.text().size() <= kShort &&
         node.text().find_first_not_of("0123456789") == std::string::npos;
}

/// The only argument of `name(…)`, or null.
Node argument_of(Node call, std::string_view name) {
  const Node given = call.field("arguments");
  const bool fits = call.is("call") && call.field("function").text() == name &&
                    call.field("function").is("identifier") &&
                    given.is("argument_list") && given.children().size() == 1;
  return fits ? given.child(0) : Node();
}

/// `xs[:]`, `list(xs)`, `xs.copy()`: xs, or "".
std::string copied_list(Node node) {
  if (const Node of = argument_of(node, "list")) {
    return of.is("identifier") ? std::string(of.text()) : "";
  }
  const std::vector<Node> at = node.fields("subscript");
  if (node.is("subscript") && at.size() == 1 && at[0].is("slice") &&
      at[0].text() == ":" && node.field("value").is("identifier")) {
    return std::string(node.field("value").text());
  }
  const Node method = node.field("function");
  const bool copies = node.is("call") && method.is("attribute") &&
                      method.field("attribute").text() == "copy" &&
                      method.field("object").is("identifier") &&
                      node.field("arguments").children().empty();
  return copies ? std::string(method.field("object").text()) : "";
}

/// `0`, `0.0`, `False`
bool fills(Node node, ListMaker& maker) {
  if (whole_literal(node)) {
    maker.type = NumberType::kInteger;
  } else if (node.is("float") &&
             node.text().find_first_of("jJ") == std::string::npos) {
    maker.type = NumberType::kFloat;
  } else if (node.is("true") || node.is("false")) {
    maker.type = NumberType::kFlag;
  } else {
    return false;
  }
  maker.fill = std::string(node.text());
  return true;
}

/// `[0.0] * n`
bool repeats(Node node, ListMaker& maker) {
  const Node list = node.field("left");
  if (!node.is("binary_operator") || node.field("operator").text() != "*" ||
      !list.is("list") || list.children().size() != 1) {
    return false;
  }
  const auto size = list_size(node.field("right"));
  if (!size || !fills(list.child(0), maker)) return false;
  maker.sizes.push_back(*size);
  return true;
}

/// `[… for … in …]` without a condition: the clause, or null.
Node only_clause(Node node) {
  const std::span<const Node> parts = node.children();
  const bool fits = node.is("list_comprehension") && parts.size() == 2 &&
                    parts[1].is("for_in_clause") &&
                    parts[1].field("left").is("identifier") &&
                    !parts[1].text().starts_with("async");
  return fits ? parts[1] : Node();
}

/// How often the clause runs, which goes through numbers or a list.
std::optional<ListSize> turns_of(Node clause) {
  const Node source = clause.field("right");
  if (source.is("identifier")) {
    return ListSize{ListSize::Of::kRows, std::string(source.text())};
  }
  const Node count = argument_of(source, "range");
  return count ? list_size(count) : std::nullopt;
}

/// `[[0.0] * m for _ in range(n)]`, `[[0 for x in row] for row in grid]`
std::optional<ListMaker> filled_rows(Node element, Node clause) {
  ListMaker maker;
  maker.rows = true;
  const auto rows = turns_of(clause);
  if (!rows) return std::nullopt;
  maker.sizes = {*rows};
  if (const Node inner = only_clause(element)) {
    const auto columns = turns_of(inner);
    if (!columns || !fills(element.child(0), maker)) return std::nullopt;
    maker.sizes.push_back(*columns);
  } else if (!repeats(element, maker)) {
    return std::nullopt;
  }
  ListSize& columns = maker.sizes[1];
  if (columns.text != clause.field("left").text()) return maker;
  // Of a row, all of which are as long as the first.
  if (columns.of != ListSize::Of::kRows || rows->of != ListSize::Of::kRows ||
      !clause.field("right").is("identifier")) {
    return std::nullopt;
  }
  columns = {ListSize::Of::kColumns, rows->text};
  return maker;
}

bool is_input(const Kernel& kernel, const std::string& name) {
  return std::any_of(kernel.inputs.begin(), kernel.inputs.end(),
                     [&](const KernelInput& one) { return one.name == name; });
}

/// Nothing but `name` gets what the steps compute. `stored`: by its places.
bool fills_only(const Kernel& kernel, const std::vector<KernelStep>& steps,
                const std::string& name, bool stored) {
  return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    switch (step.kind) {
      case StepKind::kStore:
        if (!stored || step.name != name) return false;
        break;
      case StepKind::kAppend:
      case StepKind::kAppendRow:
        if (is_input(kernel, step.name) && (stored || step.name != name)) {
          return false;
        }
        break;
      case StepKind::kFold:
      case StepKind::kCarry:
      case StepKind::kTally:
        return false;
      default:
        break;
    }
    return fills_only(kernel, step.body, name, stored) &&
           fills_only(kernel, step.otherwise, name, stored);
  });
}

/// `a = …`, `a, b = …, …`: what gets what. False: it is something else.
bool assigned(Node statement, std::vector<std::pair<std::string, Node>>& all) {
  const Node made = statement.child(0);
  if (!statement.is("expression_statement") || !made.is("assignment") ||
      made.field("type") || statement.children().size() != 1) {
    return false;
  }
  const Node left = made.field("left");
  const Node right = made.field("right");
  if (left.is("identifier")) {
    all.emplace_back(left.text(), right);
    return !right.is("assignment");
  }
  const std::span<const Node> targets = left.children();
  const std::span<const Node> values = right.children();
  if (!left.is("pattern_list") || !right.is("expression_list") ||
      targets.size() != values.size()) {
    return false;
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!targets[i].is("identifier")) return false;
    all.emplace_back(targets[i].text(), values[i]);
  }
  return true;
}

/// What stands in front of the kernel: sizes, and the list as it is made. Each
/// is bound once.
bool read_front(std::span<const Node> front, NewList& list) {
  std::vector<std::pair<std::string, Node>> all;
  for (Node one : front) {
    if (!assigned(one, all)) return false;
  }
  for (const auto& one : all) {
    const auto same = std::count_if(
        all.begin(), all.end(),
        [&](const auto& other) { return other.first == one.first; });
    if (same != 1) return false;
    if (one.first == list.name) {
      list.made = one.second;
    } else {
      list.sizes.push_back(one);
    }
  }
  return true;
}

bool stores(const std::vector<KernelStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const KernelStep& step) {
    return step.kind == StepKind::kStore || stores(step.body) ||
           stores(step.otherwise);
  });
}

/// `return new`, or `grid = new` in a loop: the variable, or "".
std::string handed_on(Node statement, bool in_function) {
  Node value = statement.child(0);
  std::vector<std::pair<std::string, Node>> given;
  if (in_function) {
    if (!statement.is("return_statement")) return "";
  } else {
    if (!assigned(statement, given) || given.size() != 1) return "";
    value = given[0].second;
  }
  return value.is("identifier") ? std::string(value.text()) : "";
}

/// The kernel fills the list that was made in front of it.
bool filled_by(const Kernel& kernel, NewList& list) {
  const bool by_places = stores(kernel.steps);
  const bool empty = list.made.is("list") && list.made.children().empty();
  if (!list.made || empty == by_places) return false;
  if (empty) list.made = Node();
  return fills_only(kernel, kernel.steps, list.name, by_places);
}

}  // namespace

std::optional<ListSize> list_size(Node node) {
  if (whole_literal(node)) {
    return ListSize{ListSize::Of::kNumber, std::string(node.text())};
  }
  if (node.is("identifier")) {
    return ListSize{ListSize::Of::kName, std::string(node.text())};
  }
  const Node list = argument_of(node, "len");
  if (list.is("identifier")) {
    return ListSize{ListSize::Of::kRows, std::string(list.text())};
  }
  const std::vector<Node> at = list.fields("subscript");
  if (list.is("subscript") && at.size() == 1 && at[0].text() == "0" &&
      list.field("value").is("identifier")) {
    return ListSize{ListSize::Of::kColumns,
                    std::string(list.field("value").text())};
  }
  return std::nullopt;
}

std::optional<ListMaker> list_maker(Node node) {
  ListMaker maker;
  maker.copied = copied_list(node);
  if (!maker.copied.empty() || repeats(node, maker)) return maker;
  const Node clause = only_clause(node);
  if (!clause) return std::nullopt;
  const Node element = node.child(0);
  if (copied_list(element) == clause.field("left").text()) {
    if (!clause.field("right").is("identifier")) return std::nullopt;
    maker.copied = std::string(clause.field("right").text());
    maker.rows = true;
    return maker;
  }
  if (!fills(element, maker)) return filled_rows(element, clause);
  const auto size = turns_of(clause);
  if (!size) return std::nullopt;
  maker.sizes = {*size};
  return maker;
}

std::optional<NewList> new_list_of(const Kernel& kernel, Node statement) {
  const std::span<const Node> block = statement.parent().children();
  const bool in_function =
      statement.parent().parent().is("function_definition");
  const auto at = std::find(block.begin(), block.end(), statement);
  if (at == block.end()) return std::nullopt;
  auto first = in_function ? block.begin() : at;
  const bool text =
      first->is("expression_statement") && first->child(0).is("string");
  if (in_function && text) ++first;
  NewList list;
  list.last = statement;
  if (at + 1 != block.end()) list.name = handed_on(at[1], in_function);
  if (!list.name.empty()) list.last = at[1];
  if (in_function && !(list.last == block.back())) return std::nullopt;
  const Node target = statement.child(0).field("left");
  if (!kernel.comprehension && !in_function && at != block.begin()) --first;
  if (!read_front({first, at}, list)) return std::nullopt;
  const bool direct = statement.is("return_statement") ||
                      (!in_function && target.is("identifier"));
  const bool made =
      !kernel.comprehension ? !list.name.empty() && filled_by(kernel, list)
      : list.name.empty()   ? direct
                            : target.text() == list.name && !list.made;
  if (!made || (!in_function && !list.sizes.empty())) return std::nullopt;
  list.first = *first;
  return list;
}

}  // namespace ppp::rewrite

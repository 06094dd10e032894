// SPDX-License-Identifier: Apache-2.0
// Turns that make a new list (kernel_new_list.h): the one before is an array,
// and so is what they make.
#include <fmt/format.h>

#include <algorithm>

#include "advisor/scopes.h"
#include "rewrite/kernel_turns_lines.h"

namespace ppp::rewrite {
namespace {

using advisor::KernelStep;
using advisor::Node;
using advisor::NumberType;

/// All that the kernel stores or appends is of that type.
bool gives_only(const std::vector<KernelStep>& steps, NumberType type) {
  using Kind = KernelStep::Kind;
  return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    const bool gives = step.kind == Kind::kStore || step.kind == Kind::kAppend;
    return !(gives && step.value.type != type) && gives_only(step.body, type) &&
           gives_only(step.otherwise, type);
  });
}

bool gives_rows(const std::vector<KernelStep>& steps) {
  using Kind = KernelStep::Kind;
  return std::any_of(steps.begin(), steps.end(), [](const KernelStep& step) {
    return step.kind == Kind::kAppendRow ||
           (step.kind == Kind::kStore && step.at.size() == 2) ||
           gives_rows(step.body) || gives_rows(step.otherwise);
  });
}

}  // namespace

const TurnsText::List* TurnsText::given_list(const std::string& name) const {
  const auto given = turns_.given.find(name);
  if (given == turns_.given.end()) return nullptr;
  const auto found =
      std::find_if(lists_.begin(), lists_.end(),
                   [&](const List& one) { return one.name == given->second; });
  return found == lists_.end() ? nullptr : &*found;
}

// The new list takes the place of one that is like it.
bool TurnsText::find_new_list() {
  const List* old = list(turns_.variable);
  if (!old || !gives_only(kernel_.steps, old->type) ||
      gives_rows(kernel_.steps) != old->rows) {
    return false;
  }
  for (const auto& [name, value] : turns_.made->sizes) {
    if (value.is("float")) {
      fractions_.insert(name);
    } else if (!read_size(value)) {
      return false;
    }
    sizes_[name] = name;
  }
  if (!turns_.made->made) return true;
  maker_ = list_maker(turns_.made->made);
  if (!maker_ || maker_->rows != old->rows) return false;
  if (maker_->copied.empty()) {
    return maker_->type == old->type &&
           std::all_of(maker_->sizes.begin(), maker_->sizes.end(),
                       [&](const ListSize& size) { return read_size(size); });
  }
  const List* copied = given_list(maker_->copied);
  return copied && copied->rows == old->rows && copied->type == old->type;
}

// Sums and products of numbers, lengths and variables that are asked to be
// ints.
bool TurnsText::read_size(Node node) {
  if (node.is("parenthesized_expression")) return read_size(node.child(0));
  if (node.is("binary_operator")) {
    const std::string_view op = node.field("operator").text();
    return (op == "+" || op == "-" || op == "*") &&
           read_size(node.field("left")) && read_size(node.field("right"));
  }
  const auto size = list_size(node);
  return size && read_size(*size);
}

bool TurnsText::read_size(const ListSize& size) {
  if (size.of == ListSize::Of::kNumber) return true;
  if (size.of != ListSize::Of::kName) {
    const List* measured = given_list(size.text);
    return measured && (measured->rows || size.of == ListSize::Of::kRows);
  }
  if (sizes_.contains(size.text)) return !fractions_.contains(size.text);
  const auto name = outer_name(size.text);
  if (!name || list(*name) || plain_.contains(*name)) return false;
  if (is_literal(*name)) {
    return name->find_first_not_of("0123456789") == std::string::npos;
  }
  if (*name != step_) whole_.insert(*name);
  return true;
}

std::optional<std::string> TurnsText::outer_name(
    const std::string& name) const {
  const auto given = turns_.given.find(name);
  if (given != turns_.given.end()) return given->second;
  const Node own = scope_around(turns_.made->first);
  const Node around = scope_around(turns_.loop);
  const bool hidden = !(own == around) &&
                      (advisor::scope_names(own).locals.contains(name) ||
                       (!around.is("module") &&
                        advisor::scope_names(around).locals.contains(name)));
  return hidden ? std::nullopt : std::optional(name);
}

std::string TurnsText::size_text(const ListSize& size) const {
  switch (size.of) {
    case ListSize::Of::kNumber:
      break;
    case ListSize::Of::kName: {
      const auto own = sizes_.find(size.text);
      return own == sizes_.end() ? *outer_name(size.text) : own->second;
    }
    case ListSize::Of::kRows:
      return "len(" + given_list(size.text)->array + ")";
    case ListSize::Of::kColumns:
      return given_list(size.text)->array + ".shape[1]";
  }
  return size.text;
}

std::string TurnsText::size_text(Node node) const {
  if (node.is("parenthesized_expression")) {
    return "(" + size_text(node.child(0)) + ")";
  }
  if (node.is("binary_operator")) {
    return fmt::format("{} {} {}", size_text(node.field("left")),
                       node.field("operator").text(),
                       size_text(node.field("right")));
  }
  if (node.is("float")) return std::string(node.text());
  return size_text(*list_size(node));
}

std::string TurnsText::length_text(const ListSize& size) const {
  const std::string text = size_text(size);
  const bool counts = size.of != ListSize::Of::kName || is_literal(text) ||
                      counting_.contains(text);
  return counts ? text : fmt::format("max({}, 0)", text);
}

// The list into which the turn stores, as an array.
void TurnsText::write_new_list() {
  const std::string& old = list(turns_.variable)->array;
  if (list(turns_.variable)->rows) {
    line(2, "if not len(" + old + "):");
    line(3, "break");
  }
  for (const auto& [name, value] : turns_.made->sizes) {
    const std::string text = size_text(value);
    sizes_[name] = fresh(name);
    if (value.is("call")) counting_.insert(sizes_[name]);
    line(2, sizes_[name] + " = " + text);
  }
  const std::string& name = turns_.made->name;
  new_array_ = fresh((name.empty() ? "new" : name) + "_array");
  if (!maker_) return;
  if (!maker_->copied.empty()) {
    return line(
        2, new_array_ + " = " + given_list(maker_->copied)->array + ".copy()");
  }
  std::vector<std::string> sizes;
  for (const ListSize& size : maker_->sizes) {
    sizes.push_back(length_text(size));
  }
  line(2, fmt::format("{} = {}.full({}, {})", new_array_, numpy_,
                      sizes.size() == 1 ? sizes[0] : "(" + joined(sizes) + ")",
                      maker_->fill));
}

void TurnsText::write_new_turn(const std::string& call) {
  if (maker_) {
    line(2, "if not " + call + ":");
  } else {
    line(2, new_array_ + " = " + call);
    line(2, "if " + new_array_ + " is None:");
  }
  line(3, "break");
  line(2, list(turns_.variable)->array + " = " + new_array_);
}

}  // namespace ppp::rewrite

// SPDX-License-Identifier: Apache-2.0
// What a kernel of a row (kernel_chain_steps.h) is given, and what it gives.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "advisor/kernel_bits.h"
#include "advisor/scopes.h"
#include "rewrite/kernel_chain_steps.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/layout.h"
#include "rewrite/names.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::Node;
using advisor::NumberType;

/// What a kernel appends to which list, and stores in which.
struct Filled {
  std::map<std::string, std::vector<NumberType>> items;
  std::map<std::string, std::vector<std::string>> rows;
  std::map<std::string, std::vector<NumberType>> stored;
};

void read_filled(const std::vector<KernelStep>& steps, Filled& filled) {
  for (const KernelStep& step : steps) {
    if (step.kind == KernelStep::Kind::kAppend) {
      filled.items[step.name].push_back(step.value.type);
    } else if (step.kind == KernelStep::Kind::kAppendRow) {
      filled.rows[step.name].push_back(step.value.text);
    } else if (step.kind == KernelStep::Kind::kStore ||
               step.kind == KernelStep::Kind::kTally) {
      filled.stored[step.name].push_back(step.value.type);
    }
    read_filled(step.body, filled);
    read_filled(step.otherwise, filled);
  }
}

bool plain_type(NumberType type) {
  return type == NumberType::kFlag || type == NumberType::kInteger ||
         type == NumberType::kFloat;
}

/// Of the list `name`, "" for that of a comprehension. Nothing: it gets more
/// than one thing.
std::optional<ChainState::List> list_given(
    const Filled& filled, const std::map<std::string, double>& most,
    const std::string& name) {
  ChainState::List list;
  std::string items = name;
  const auto rows = filled.rows.find(name);
  if (rows != filled.rows.end()) {
    if (rows->second.size() != 1) return std::nullopt;
    list.rows = true;
    items = filled.items.contains(rows->second[0]) ? rows->second[0] : "";
  }
  const auto types = filled.items.find(items);
  if (types == filled.items.end() || types->second.size() != 1 ||
      !plain_type(types->second[0])) {
    return std::nullopt;
  }
  list.type = types->second[0];
  const auto known = most.find(items);
  if (list.type == NumberType::kInteger && known != most.end()) {
    list.most = known->second;
  }
  return list;
}

std::string name_of_kernel(const Request& request,
                           const advisor::Candidate& candidate,
                           const std::string& wish) {
  const std::string& of = wish.empty() ? candidate.loop.function : wish;
  const bool plain = !of.empty() && of.find('.') == std::string::npos;
  return request.names.fresh({(plain ? of : "loop") + "_by_numpy"});
}

}  // namespace

const advisor::Candidate* ChainSteps::candidate_at(Node loop) const {
  for (const advisor::Candidate& one : request_.candidates) {
    if (one.loop.span.file == request_.candidate.loop.span.file &&
        one.loop.range == loop.range() && one.split.empty() && one.kernel &&
        !one.kernel->of_frames() && !one.kernel->of_arrays() &&
        !one.kernel->of_tuples()) {
      return &one;
    }
  }
  return nullptr;
}

/// As an array, which is converted in front of all statements.
std::optional<std::string> ChainSteps::array_given(const KernelInput& input,
                                                   const std::string& name) {
  const bool rows = input.kind == KernelInput::Kind::kRows;
  for (ChainState::Given& one : state_.given) {
    if (one.name != name) continue;
    if (one.rows != rows || one.type != input.type) return std::nullopt;
    one.asked = one.asked || input.asked;
    return one.array;
  }
  state_.given.push_back({name, rows, input.type, input.asked,
                          fresh(name + "_array"), state_.parts.size() - 1});
  // Of a loop in a loop a list is a small part.
  const bool small = !rows && state_.parts.back().candidate->kernel->columns;
  if (!small) {
    ++state_.parts.back().conversions;
    state_.parts.back().work.ways += way_to_array(state_.given.back());
  }
  return state_.given.back().array;
}

std::optional<std::string> ChainSteps::argument(const KernelInput& input,
                                                const KernelText& text,
                                                const Kernel& kernel,
                                                Frame& frame) {
  const auto value = lookup(input.name, frame);
  if (!value) return std::nullopt;
  const bool list = value->kind == Value::Kind::kList;
  if (input.kind == KernelInput::Kind::kScalar) {
    if (list) return std::nullopt;
    return value->text;
  }
  const bool array = text.arrays.contains(input.name);
  const bool listed = text.listed.contains(input.name);
  const bool stored =
      std::any_of(kernel.apart.begin(), kernel.apart.end(), [&](const auto& p) {
        if (p.changed != input.name || p.other == p.changed) return false;
        const auto other = lookup(p.other, frame);
        return !other || (list && other->kind == Value::Kind::kList &&
                          other->list == value->list);
      });
  if (stored) return std::nullopt;
  if (!list) {
    if (!value->outer || (array && listed) || !plain_type(input.type)) {
      return std::nullopt;
    }
    return array ? array_given(input, value->text) : value->text;
  }
  const ChainState::List& known = state_.lists[value->list];
  const bool rows = input.kind == KernelInput::Kind::kRows;
  const bool fits = (rows || input.kind == KernelInput::Kind::kList) &&
                    !known.array.empty() && known.rows == rows && !listed &&
                    (!input.read || known.type == input.type);
  if (!fits) return std::nullopt;
  return known.array;
}

/// The name of the last part's function, which is written once for those that
/// ask the same.
std::string ChainSteps::function_of(const std::string& wish) {
  ChainState::Part& part = state_.parts.back();
  for (const ChainState::Part& one : state_.parts) {
    const bool same = one.candidate == part.candidate &&
                      one.small == part.small && !one.name.empty();
    if (!same) continue;
    return part.name = one.name;
  }
  part.name = name_of_kernel(request_, *part.candidate, wish);
  part.function = array_text(*part.candidate->kernel, part.name,
                             place_of(part.candidate->loop), numpy_,
                             {numpy_, part.name}, part.small)
                      .lines;
  state_.taken.insert(part.name);
  return part.name;
}

std::optional<ChainSteps::Value> ChainSteps::kernel(
    const advisor::Candidate& candidate, Frame& frame,
    const std::string& wish) {
  const Kernel& kernel = *candidate.kernel;
  Filled filled;
  read_filled(kernel.steps, filled);
  const std::string of = place_of(candidate.loop);
  KernelText text = array_text(kernel, "", of, numpy_, {numpy_});
  const int kinds = (text.given.empty() ? 0 : 1) +
                    (text.folded.empty() ? 0 : 1) +
                    (filled.stored.empty() ? 0 : 1);
  if (kinds != 1) return std::nullopt;

  state_.parts.push_back(
      {&candidate, text.operations, 0, text.sums_turns, text.work});
  state_.parts.back().work.ways = 0;
  std::vector<std::string> arguments;
  std::vector<std::size_t> reads;
  std::map<std::string, double> most;  // of what it is given
  for (const std::string& name : text.parameters) {
    const auto input =
        std::find_if(kernel.inputs.begin(), kernel.inputs.end(),
                     [&](const KernelInput& one) { return one.name == name; });
    if (input == kernel.inputs.end()) return std::nullopt;
    auto given = argument(*input, text, kernel, frame);
    if (!given) return std::nullopt;
    arguments.push_back(std::move(*given));
    const auto value = lookup(name, frame);
    if (value->kind == Value::Kind::kList && !filled.stored.contains(name)) {
      reads.push_back(value->list);
      most[name] = state_.lists[value->list].most;
      if (most[name] <= std::ldexp(1.0, kernel.bits)) {
        state_.parts.back().small.insert(name);
      }
    }
  }
  text =
      array_text(kernel, "", of, numpy_, {numpy_}, state_.parts.back().small);
  const auto given_most = advisor::appended_most(kernel, most);
  for (const auto& [name, types] : filled.stored) {
    const auto value = lookup(name, frame);
    if (!value || value->kind != Value::Kind::kList) return std::nullopt;
    const ChainState::List& list = state_.lists[value->list];
    const bool same = std::all_of(types.begin(), types.end(),
                                  [&](auto type) { return type == list.type; });
    if (!list.stored || list.read || !same) return std::nullopt;
    state_.lists[value->list].part = state_.parts.size() - 1;
  }
  for (std::size_t list : reads) {
    // What only stores has no parts of it.
    if (filled.stored.empty()) state_.lists[list].read = true;
    state_.handed_on =
        state_.handed_on || state_.lists[list].part + 1 < state_.parts.size();
  }
  auto called = [&](const std::string& name) {
    const auto found = frame.wishes.find(name);
    return name.empty()                  ? wish
           : found == frame.wishes.end() ? name
                                         : found->second;
  };
  const std::string first = !text.given.empty() ? text.given[0]
                            : !text.folded.empty()
                                ? text.folded[0]
                                : filled.stored.begin()->first;
  const std::string call = (named_ ? function_of(called(first)) : "") + "(" +
                           joined(arguments) + ")";

  if (!filled.stored.empty()) {
    refuse_if("not " + call);
    return Value{};
  }
  std::vector<std::string> variables;
  std::vector<std::string> empty;
  Value comprehension;
  for (const std::string& name : text.given) {
    const auto list = list_given(filled, given_most, name);
    if (!list) return std::nullopt;
    std::size_t at = 0;
    if (name.empty()) {
      at = new_list();
      comprehension = list_value(at);
    } else {
      const auto value = lookup(name, frame);
      if (!value || value->kind != Value::Kind::kList) return std::nullopt;
      at = value->list;
      if (!state_.lists[at].array.empty()) return std::nullopt;
    }
    const std::string wished = called(name);
    state_.lists[at] = *list;
    state_.lists[at].array = fresh(wished.empty() ? "numbers" : wished);
    state_.lists[at].part = state_.parts.size() - 1;
    variables.push_back(state_.lists[at].array);
    if (list->rows) empty.push_back("not len(" + variables.back() + ")");
  }
  for (const std::string& name : text.folded) {
    variables.push_back(fresh(name));
    if (!bind(name, {Value::Kind::kNumber, variables.back()}, frame)) {
      return std::nullopt;
    }
  }
  const bool single = variables.size() == 1;
  const std::string result = single ? variables[0] : fresh("values");
  line(1, result + " = " + call);
  if (single) {
    if (text.may_refuse) empty.insert(empty.begin(), result + " is None");
  } else {
    if (text.may_refuse) refuse_if(result + " is None");
    line(1, joined(variables) + " = " + result);
  }
  std::string none;
  for (const std::string& one : empty)
    none += (none.empty() ? "" : " or ") + one;
  if (!none.empty()) refuse_if(none);
  return comprehension;
}

}  // namespace ppp::rewrite

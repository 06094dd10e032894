// SPDX-License-Identifier: Apache-2.0
// What is written for a loop whose turns are a kernel (kernel_turns.h).
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "advisor/scopes.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/kernel_turns_lines.h"
#include "rewrite/kernel_writer.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelInput;
using advisor::KernelStep;
using advisor::Node;
using advisor::NumberType;

std::optional<NumberType> stored_type(const std::vector<KernelStep>& steps,
                                      const std::string& list) {
  for (const KernelStep& step : steps) {
    if (step.kind == KernelStep::Kind::kStore && step.name == list) {
      return step.value.type;
    }
    for (const auto* body : {&step.body, &step.otherwise}) {
      if (auto found = stored_type(*body, list)) return found;
    }
  }
  return std::nullopt;
}

const char* python_type(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

}  // namespace

Proposal TurnsText::write() {
  numpy_ = request_.imports.module_as("numpy", "np");
  const std::string of = place_of(request_.candidate.loop);
  // Without a name yet: one that is given out is taken.
  if (!find_lists(array_text(kernel_, "", of, numpy_, {numpy_})) ||
      !find_condition()) {
    return not_these();
  }
  const std::string turn = kernel_name(request_, kernel_, "numpy");
  const KernelText text = array_text(kernel_, turn, of, numpy_, {numpy_, turn});
  const std::string name = request_.names.fresh({turn + "_in_turns"});
  find_parameters();
  write_function(name, turn, text.parameters);
  std::vector<HelperLine> all = text.lines;
  all.insert(all.end(), lines_.begin(), lines_.end());
  if (auto refused = refuse_names(request_, all, {numpy_, turn})) {
    return *refused;
  }
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  rewrite.definitions.push_back(
      {place_of_kernel(request_), definition_text(request_, text.lines)});
  rewrite.definitions.push_back({top_statement(turns_.loop).range().begin,
                                 definition_text(request_, lines_)});
  rewrite.edits = edits(name);
  rewrite.summary = "all iterations at once, by arrays that stay";
  rewrite.array_operations = text.operations;
  rewrite.array_work = text.work;
  rewrite.array_work.ways = 0;
  rewrite.array_work.kept = 0;
  return rewrite;
}

advisor::Reason TurnsText::not_these() const {
  return refusal(request_, "not-arithmetic",
                 "the lists must be lists in each turn");
}

TurnsText::List* TurnsText::list(const std::string& name) {
  const auto found =
      std::find_if(lists_.begin(), lists_.end(),
                   [&](const List& one) { return one.name == name; });
  return found == lists_.end() ? nullptr : &*found;
}

bool TurnsText::find_lists(const KernelText& text) {
  for (const KernelInput& input : kernel_.inputs) {
    if (input.kind == KernelInput::Kind::kScalar || is_own(input.name)) {
      continue;
    }
    const std::string& name = turns_.given.at(input.name);
    const bool array = text.arrays.contains(input.name);
    if (!array) plain_.insert(name);
    if (!array && input.read) {
      ids_.push_back(ids(name, input.kind == KernelInput::Kind::kRows));
    }
    if (array && (text.listed.contains(input.name) || list(name))) {
      return false;
    }
    if (!array) continue;
    const auto stored = stored_type(kernel_.steps, input.name);
    const NumberType type = input.read || !stored ? input.type : *stored;
    if (stored && *stored != type) return false;
    lists_.push_back({name, input.kind == KernelInput::Kind::kRows, type,
                      input.asked || !input.read, stored.has_value()});
  }
  return std::none_of(lists_.begin(), lists_.end(),
                      [&](const List& one) {
                        return plain_.contains(one.name) || one.name == step_;
                      }) &&
         (turns_.made ? find_new_list() : join_exchanged());
}

bool TurnsText::is_own(const std::string& name) const {
  if (!turns_.made) return false;
  const auto& sizes = turns_.made->sizes;
  return name == turns_.made->name ||
         std::any_of(sizes.begin(), sizes.end(),
                     [&](const auto& one) { return one.first == name; });
}

bool TurnsText::is_literal(const std::string& text) {
  return std::isdigit(static_cast<unsigned char>(text[0])) != 0 ||
         text[0] == '.';
}

// What holds of one list must hold of those that take its place.
bool TurnsText::join_exchanged() {
  for (const auto& exchange : turns_.exchanges) {
    bool changed = false;
    for (const auto& [target, value] : exchange) {
      const List* a = list(target);
      const List* b = list(value);
      if (!a || !b || a->rows != b->rows || a->type != b->type) return false;
      changed = changed || a->changed || b->changed;
    }
    if (!changed) return false;
    for (const auto& [target, value] : exchange) {
      list(target)->changed = list(target)->asked = true;
    }
  }
  return true;
}

bool TurnsText::find_condition() {
  if (!turns_.rest) return true;
  const Node condition = turns_.rest.field("condition");
  condition_ = condition.text();
  if (condition_.find('\n') != std::string::npos ||
      !read_condition(condition, asked_, divisors_)) {
    return false;
  }
  asked_.erase(step_);
  return !divisors_.contains(step_) &&
         std::all_of(asked_.begin(), asked_.end(),
                     [&](const std::string& name) {
                       return !list(name) && !plain_.contains(name) &&
                              surely_bound(turns_.loop, name);
                     });
}

void TurnsText::find_parameters() {
  auto add = [&](const std::string& name) {
    const bool known = std::find(parameters_.begin(), parameters_.end(),
                                 name) != parameters_.end();
    if (!known && !is_literal(name) && name != step_) {
      parameters_.push_back(name);
    }
  };
  for (const KernelInput& input : kernel_.inputs) {
    if (!is_own(input.name)) add(turns_.given.at(input.name));
  }
  for (const std::string& name : whole_) add(name);
  for (const std::string& name : asked_) add(name);
  taken_.insert(parameters_.begin(), parameters_.end());
  taken_.insert({step_, numpy_});
}

std::string TurnsText::fresh(const std::string& wish) {
  std::string name = wish;
  for (int i = 2; taken_.contains(name) || reserved_word(name); ++i) {
    name = wish + "_" + std::to_string(i);
  }
  taken_.insert(name);
  return name;
}

void TurnsText::line(int depth, const std::string& text) {
  lines_.push_back({depth, text});
}

std::string TurnsText::given(const std::string& first) const {
  std::string all = first;
  for (const std::string& name : replaced()) all += ", " + name;
  return all;
}

std::vector<std::string> TurnsText::replaced() const {
  if (turns_.made) return {turns_.variable};
  std::vector<std::string> names;
  for (const List& one : lists_) {
    for (const auto& exchange : turns_.exchanges) {
      const bool here =
          std::any_of(exchange.begin(), exchange.end(),
                      [&](const auto& pair) { return pair.first == one.name; });
      const bool known =
          std::find(names.begin(), names.end(), one.name) != names.end();
      if (here && !known) names.push_back(one.name);
    }
  }
  return names;
}

void TurnsText::ask() {
  std::vector<std::string> asked;
  std::set<std::string> whole = asked_;
  whole.insert(whole_.begin(), whole_.end());
  for (const std::string& name : whole) {
    asked.push_back(fmt::format("type({}) is not int", name));
  }
  for (const std::string& name : divisors_) asked.push_back("not " + name);
  const std::string row = fresh("row");
  for (const List& one : lists_) {
    const char* type = python_type(one.type);
    if (one.rows) {
      asked.push_back(fmt::format("len({{*map(len, {})}}) != 1", one.name));
    }
    if (one.asked) {
      asked.push_back(
          one.rows
              ? fmt::format("any({{*map(type, {0})}} != {{{1}}} for {0} "
                            "in {2})",
                            row, type, one.name)
              : fmt::format("{{*map(type, {})}} != {{{}}}", one.name, type));
    }
    ids_.push_back(ids(one.name, one.rows));
  }
  if (!turns_.made) asked.push_back(not_apart());
  if (asked.empty()) return;
  line(1, asked.size() == 1 ? "if " + asked[0] + ":" : "if (");
  for (const std::string& one : asked) {
    if (asked.size() == 1) break;
    line(2, (&one == &asked.front() ? "" : "or ") + one);
  }
  if (asked.size() > 1) line(1, "):");
  line(2, "return " + given("0"));
}

TurnsText::Ids TurnsText::ids(const std::string& name, bool rows) {
  if (rows) return {"*map(id, " + name + ")", "len(" + name + ")"};
  return {"id(" + name + ")", ""};
}

std::string TurnsText::not_apart() const {
  std::string held, size;
  int single = 0;
  for (const Ids& one : ids_) {
    held += (held.empty() ? "" : ", ") + one.text;
    if (one.count.empty()) ++single;
    if (!one.count.empty()) size += (size.empty() ? "" : " + ") + one.count;
  }
  if (single > 0) {
    size += (size.empty() ? "" : " + ") + std::to_string(single);
  }
  return fmt::format("len({{{}}}) != {}", held, size);
}

void TurnsText::convert() {
  const bool whole = std::any_of(
      lists_.begin(), lists_.end(),
      [](const List& one) { return one.type == NumberType::kInteger; });
  if (whole) line(1, "try:");
  for (List& one : lists_) {
    one.array = fresh(one.name + "_array");
    line(whole ? 2 : 1, fmt::format("{} = {}.array({}, dtype={})", one.array,
                                    numpy_, one.name, python_type(one.type)));
  }
  if (!whole) return;
  line(1, "except OverflowError:");
  line(2, "return " + given("0"));
}

std::string TurnsText::argument(const std::string& name) const {
  const auto size = sizes_.find(name);
  if (size != sizes_.end()) return size->second;
  if (turns_.made && name == turns_.made->name) return new_array_;
  const std::string& text = turns_.given.at(name);
  const List* array = given_list(name);
  return array ? array->array : text;
}

void TurnsText::write_turn(const std::string& turn,
                           const std::vector<std::string>& parameters,
                           const std::string& done) {
  if (turns_.made) write_new_list();
  std::vector<std::string> arguments;
  for (const std::string& name : parameters) {
    arguments.push_back(argument(name));
  }
  const std::string call = turn + "(" + joined(arguments) + ")";
  if (turns_.made) {
    write_new_turn(call);
  } else {
    line(2, "if not " + call + ":");
    line(3, "break");
  }
  for (const auto& exchange : turns_.exchanges) {
    std::vector<std::string> targets, values, arrays, array_values;
    for (const auto& [target, value] : exchange) {
      targets.push_back(target);
      values.push_back(value);
      arrays.push_back(list(target)->array);
      array_values.push_back(list(value)->array);
    }
    line(2, joined(targets) + " = " + joined(values));
    line(2, joined(arrays) + " = " + joined(array_values));
  }
  line(2, done + " += 1");
  if (!turns_.rest) return;
  line(2, "if " + condition_ + ":");
  line(3, "break");
}

void TurnsText::give_back() {
  const std::string row = fresh("row");
  const std::string numbers = fresh("numbers");
  for (const List& one : lists_) {
    if (!one.changed) continue;
    if (!one.rows) {
      line(1, fmt::format("{}[:] = {}.tolist()", one.name, one.array));
      continue;
    }
    line(1, fmt::format("for {}, {} in zip({}, {}):", row, numbers, one.name,
                        one.array));
    line(2, fmt::format("{}[:] = {}.tolist()", row, numbers));
  }
}

void TurnsText::write_function(const std::string& name, const std::string& turn,
                               const std::vector<std::string>& parameters) {
  const std::string turns = fresh("turns");
  const std::string done = fresh("done");
  std::vector<std::string> all = {turns};
  all.insert(all.end(), parameters_.begin(), parameters_.end());
  line(0, fmt::format("def {}({}):", name, joined(all)));
  line(1, "\"\"\"Some turns, by arrays that stay: how many were done" +
              std::string(replaced().empty() ? ""
                          : turns_.made      ? ", and the list"
                                             : ", and lists") +
              ".\"\"\"");
  ask();
  convert();
  line(1, done + " = 0");
  line(1, fmt::format("for {} in {}:", step_, turns));
  write_turn(turn, parameters, done);
  give_back();
  if (turns_.made) {
    return line(1, fmt::format("return {0}, {1}.tolist() if {0} else {2}", done,
                               list(turns_.variable)->array, turns_.variable));
  }
  line(1, "return " + given(done));
}

std::vector<Edit> TurnsText::edits(const std::string& name) const {
  const advisor::SourceFile& source = request_.source;
  const Node loop = turns_.loop;
  const std::string newline = newline_of(source);
  const std::string unit = indent_unit(source, loop);
  const std::string indent = newline + indent_of(source, loop.range().begin);
  const std::uint32_t begin = turns_.kernel.range().begin;
  const ByteRange first{begin, turns_.last.range().end};
  const std::string inner = newline + indent_of(source, begin);
  const std::string turns = request_.names.fresh({"turns"});
  const std::string done = request_.names.fresh({"done"});
  std::vector<std::string> arguments = {turns};
  arguments.insert(arguments.end(), parameters_.begin(), parameters_.end());
  std::vector<Edit> edits = indent_lines(source, first, unit, {});
  std::erase_if(edits,
                [&](const Edit& edit) { return edit.range.begin <= begin; });
  const Node range = loop.field("right");
  edits.push_back(
      {{loop.range().begin, range.range().end},
       fmt::format("{} = {}{}while {}", turns, range.text(), indent, turns)});
  edits.push_back(
      {{begin, begin},
       fmt::format("{0} = {1}({2}){3}{4} = {5}[{6} - 1 if {6} else 0]{3}"
                   "if not {6}:{3}{7}",
                   given(done), name, joined(arguments), inner, step_, turns,
                   done, unit)});
  edits.push_back({{first.end, first.end},
                   fmt::format("{0}{1} = {1}[{2} or 1:]", inner, turns, done)});
  return edits;
}

Proposal rewrite_turns(const Request& request, const KernelTurns& turns) {
  return TurnsText(request, turns).write();
}

}  // namespace ppp::rewrite

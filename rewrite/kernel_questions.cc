// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "rewrite/kernel_lines.h"
#include "rewrite/layout.h"

namespace ppp::rewrite {

using advisor::Kernel;
using advisor::KernelBound;
using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelLoop;
using advisor::KernelStep;
using advisor::NumberType;

namespace {

const char* scalar_type(NumberType type) {
  if (type == NumberType::kFloat) return "float";
  return type == NumberType::kInteger ? "int" : "bool";
}

}  // namespace

void KernelLines::survey(const std::vector<KernelStep>& steps) {
  using Kind = KernelStep::Kind;
  for (const KernelStep& step : steps) {
    const bool around = surveys_picked_;
    surveys_picked_ = around || picked_.contains(&step);
    if (step.kind == Kind::kLoop) {
      loops_[step.loop.index] = &step.loop;
      survey_loop(step.loop);
      survey(step.body);
      loops_.erase(step.loop.index);
      continue;
    }
    if (step.kind == Kind::kRow) {
      survey_row(step.value);
      continue;
    }
    if (step.kind == Kind::kTally) {
      survey(step.value);
      survey_tally(step);
      continue;
    }
    if (step.kind == Kind::kAssign && loops_.size() > 1) {
      note_counted(step.value.type);
    }
    if (step.kind != Kind::kAppendRow && step.kind != Kind::kSpread) {
      survey(step.value);
    }
    if (step.kind == Kind::kFold) {  // keeps one number
      result_.folded.push_back(step.name);
      for (const KernelStep& also : step.body) {
        result_.folded.push_back(also.name);
      }
      const bool sums = step.fold == "add" || step.fold == "subtract";
      if (sums) summed_.insert(step.name);
      if (sums && step.value.maker == advisor::NumberMaker::kPython) {
        adds_python_.insert(step.name);
      }
      if (!step.running.empty()) running_.insert(step.name);
      if (sums) note_counted(step.value.type);
    }
    if (step.kind == Kind::kCarry) {
      result_.folded.push_back(step.name);
      if (!step.running.empty()) running_.insert(step.name);
    }
    const bool appends =
        step.kind == Kind::kAppend || step.kind == Kind::kAppendRow;
    if (appends && conditions_ == 0) gives_all_ = true;
    if (step.kind == Kind::kStore) gives_all_ = true;
    if (step.kind == Kind::kStore && is_frame_part(step.name)) {
      Stored& stored = stores_[step.name];
      (conditions_ > 0 ? stored.masked : stored.all) = true;
      const std::string rows = "len(" + input(step.name).frame + ")";
      const std::string turns = bound_text(kernel_.loop.stop);
      if (turns != rows) need_early(turns + " != " + rows);
    } else if (appends || step.kind == Kind::kStore) {
      changed_.insert(step.name);
      as_lists_.insert(step.name);
      if (!appends) result_.arrays.insert(step.name);
      const bool own = std::none_of(
          kernel_.inputs.begin(), kernel_.inputs.end(),
          [&](const KernelInput& one) { return one.name == step.name; });
      if (on_arrays_ && appends && !own && !is_given(step.name)) {
        given_.emplace_back(step.name, "");
      }
      ++stored_;
    }
    for (std::size_t i = 0; i < step.at.size(); ++i) {
      need_inside(step.name, step.at[i], i == 1, true);
    }
    ++conditions_;
    survey(step.body);
    survey(step.otherwise);
    --conditions_;
    surveys_picked_ = around;
  }
}

void KernelLines::note_counted(NumberType type) {
  if (type == NumberType::kInteger) counts_integers_ = true;
  if (type == NumberType::kNumber) counts_numbers_ = true;
}

// Its items may be read nowhere.
void KernelLines::survey_row(const KernelExpr& row) {
  if (advisor::is_computed_index(row.parts[0])) {
    survey(row.parts[0]);
  } else {
    need_inside(row.text, row.parts[0], /*column=*/false, /*stored=*/false);
  }
}

void KernelLines::survey(const KernelExpr& value) {
  if (value.kind == KernelExpr::Kind::kName) {
    if (surveys_picked_ && value.text == kernel_.loop.index) {
      counts_picked_ = true;
    } else {
      (loops_.contains(value.text) ? counted_ : numbers_).insert(value.text);
    }
  }
  if (advisor::is_running_sum(value)) note_counted(value.type);
  if (advisor::is_running_sum(value) &&
      value.parts[0].parts[0].text == "-1") {  // the last of the list
    const std::string& list = value.parts[0].text;
    as_lists_.insert(list);
    result_.listed.insert(list);
    need_early("not " + list);
    return survey(value.parts[1]);
  }
  if (value.kind != KernelExpr::Kind::kRead) {
    for (const KernelExpr& part : value.parts) survey(part);
    return;
  }
  const bool lanes = value.axes != 0 || value.parts.size() == 2;
  (lanes ? by_lanes_ : as_lists_).insert(value.text);
  (lanes ? result_.arrays : result_.listed).insert(value.text);
  const bool computed = std::any_of(value.parts.begin(), value.parts.end(),
                                    advisor::is_computed_index);
  reads_table_ =
      reads_table_ || (!computed && value.axes == 3 && value.parts.size() == 2);
  reads_array_ = reads_array_ || (!computed && value.axes == all_axes() &&
                                  is_array(value.text));
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    if (computed) survey(value.parts[i]);
    if (advisor::is_computed_index(value.parts[i])) continue;
    need_inside(value.text, value.parts[i], i == 1, false);
  }
}

void KernelLines::survey_loop(const KernelLoop& loop) {
  all_loops_.push_back(&loop);
  as_lists_.insert(loop.lists.begin(), loop.lists.end());
  const bool stays = loop.axis < 0 && !sums_.contains(&loop);
  if (stays) {
    result_.listed.insert(loop.lists.begin(), loop.lists.end());
  }
  if (loop.turns) {
    const std::string none =
        bound_text(loop.stop) + " <= " + bound_text(loop.start);
    none.find("[0]") == std::string::npos ? need_early(none) : need_late(none);
  }
  if (stays) return;
  if (!loop.stop.lengths.empty()) held_.insert(&loop);
  const bool from_0 = loop.start.text.empty() && loop.start.offset >= 0;
  const bool long_enough = !loop.stop.lengths.empty() &&
                           loop.stop.offset >= 0 && loop.start.text.empty() &&
                           loop.start.offset == 0;
  const bool numbers = loop.stop.text.empty() && loop.start.text.empty() &&
                       loop.stop.offset >= loop.start.offset;
  if (from_0 && (long_enough || numbers)) return;
  const std::string condition =
      bound_text(loop.stop) + " < " + bound_text(loop.start);
  if (condition.find("[0]") == std::string::npos) {
    need_early(condition);
  } else {
    need_late(condition);
  }
}

KernelLines::Position KernelLines::position(const KernelExpr& at) const {
  if (at.kind == KernelExpr::Kind::kLiteral) {
    return {nullptr, std::stoll(at.text), nullptr};
  }
  if (at.kind != KernelExpr::Kind::kOperation) {
    return {loops_.at(at.text), 0, nullptr};
  }
  Position made = position(at.parts[0]);
  if (at.parts[1].kind == KernelExpr::Kind::kName) {
    made.moved = loops_.at(at.parts[1].text);
    return made;
  }
  const std::int64_t more = std::stoll(at.parts[1].text);
  made.offset += at.text == "-" ? -more : more;
  return made;
}

void KernelLines::need_inside(const std::string& list, const KernelExpr& at,
                              bool column, bool stored) {
  const Position place = position(at);
  KernelBound first{"", place.offset, {}};
  KernelBound behind{"", place.offset + 1, {}};
  if (place.loop) {
    first = place.loop->start;
    behind = place.loop->stop;
    first.offset += place.offset;
    behind.offset += place.offset;
    held_.insert(place.loop);
  }
  if (place.moved) {
    const KernelBound& turns = place.moved->stop;
    first.offset += place.moved->start.offset;
    behind.offset += turns.offset - 1;
    if (!turns.text.empty()) {
      behind = {bound_text({behind.text, 0, {}}) + " + " + turns.text,
                behind.offset,
                {}};
    }
  }
  const bool late = column && !stored;
  auto need = [&](const std::string& condition) {
    late || condition.find("[0]") != std::string::npos ? need_late(condition)
                                                       : need_early(condition);
  };
  if (!first.text.empty() || first.offset < 0) {
    need(bound_text(first) + " < 0");
  }
  // All columns have as many items.
  const std::string length = column                ? list + "[0]"
                             : is_frame_part(list) ? input(list).frame
                                                   : gone_through(list);
  const bool held = std::find(behind.lengths.begin(), behind.lengths.end(),
                              length) != behind.lengths.end();
  if (held && behind.offset <= 0) return;
  std::string size = "len(" + length + ")";
  if (column && stored) size = "min(map(len, " + list + "), default=0)";
  if (column && (on_arrays_ || is_array(list))) size = list + ".shape[1]";
  // Of the same bound only the largest sum counts.
  auto [most, added] =
      lengths_.try_emplace({late || size.find("[0]") != std::string::npos, size,
                            bound_text({behind.text, 0, {}})},
                           behind.offset);
  most->second = std::max(most->second, behind.offset);
}

void KernelLines::need_lengths() {
  for (const auto& [key, offset] : lengths_) {
    const auto& [late, size, bound] = key;
    const std::string condition =
        size + " < " + sum_text(bound == "0" ? "" : bound, offset);
    late ? need_late(condition) : need_early(condition);
  }
}

void KernelLines::need_early(const std::string& condition) {
  if (std::find(early_.begin(), early_.end(), condition) == early_.end()) {
    early_.push_back(condition);
  }
}

/// Of lists that are kept as arrays.
void KernelLines::need_steady(const std::string& condition) {
  if (std::find(steady_asked_.begin(), steady_asked_.end(), condition) ==
      steady_asked_.end()) {
    steady_asked_.push_back(condition);
  }
}

void KernelLines::need_late(const std::string& condition) {
  if (std::find(late_.begin(), late_.end(), condition) == late_.end()) {
    late_.push_back(condition);
  }
}

void KernelLines::ask_types() {
  const std::string most = "2**" + std::to_string(kernel_.bits);
  const std::string item = fresh("row");
  item_ = kernel_.of_tuples() ? fresh("one") : "";
  for (const KernelInput& input : kernel_.inputs) {
    const char* type = scalar_type(input.type);
    const bool scalar = input.kind == KernelInput::Kind::kScalar;
    const bool rows = input.kind == KernelInput::Kind::kRows;
    const bool whole = input.type == NumberType::kInteger;
    if (input.kind == KernelInput::Kind::kDict) {
      ask_dict(input);
      continue;
    }
    if (!input.read || is_frame_part(input.name)) continue;
    if (input.kind == KernelInput::Kind::kArray) {
      const bool read =
          by_lanes_.contains(input.name) || result_.listed.contains(input.name);
      if (read && input.type == NumberType::kNumber) ask_whole(input);
      continue;
    }
    const bool folded = std::find(result_.folded.begin(), result_.folded.end(),
                                  input.name) != result_.folded.end();
    if (folded) {
      ask_fold(input);
      continue;
    }
    if (scalar && input.type == NumberType::kNumber) {
      ask_number(input.name);
      continue;
    }
    if (scalar && input.asked && !kernel_.of_arrays()) {
      need_early(fmt::format("type({}) is not {}", input.name, type));
    }
    if (scalar && whole && numbers_.contains(input.name)) {
      need_early(fmt::format("abs({}) > {}", input.name, most));
    }
    if (scalar) continue;
    if (!input.of.empty()) ask_width(input);
    if (on_arrays_ && result_.arrays.contains(input.name)) {
      if (!whole || small_.contains(input.name)) continue;
      need_early(fmt::format("{}.min(initial=0) < -{}", input.name, most));
      need_early(fmt::format("{}.max(initial=0) > {}", input.name, most));
      continue;
    }
    if (rows) {
      const std::string uneven =
          fmt::format("len({{*map(len, {})}}) != 1", input.name);
      steady_.contains(input.name) ? need_steady(uneven) : need_early(uneven);
    }
    const std::string row = rows ? item : items_text(input);
    std::vector<std::string> asked;
    if (input.asked) {
      asked.push_back(fmt::format("{{*map(type, {})}} != {{{}}}", row, type));
    }
    if (whole && !by_lanes_.contains(input.name)) {
      asked.push_back(fmt::format("min({0}, default=0) < -{1}", row, most));
      asked.push_back(fmt::format("max({0}, default=0) > {1}", row, most));
    }
    for (const std::string& one : asked) {
      const std::string of_all =
          rows ? fmt::format("any({} for {} in {})", one, row, input.name)
               : one;
      steady_.contains(input.name) ? need_steady(of_all) : need_early(of_all);
    }
  }
  const bool wide = kernel_.bits >= 40;
  for (const KernelLoop* loop : all_loops_) {
    const bool counts =
        counted_.contains(loop->index) || counts_integers_ || counts_picked_;
    if (wide || (!counts && !counts_numbers_)) continue;
    const bool perhaps = !counts && kernel_.of_arrays();
    const std::string condition =
        (perhaps ? if_whole() : "") + bound_text(loop->stop) + " > " + most;
    condition.find("[0]") == std::string::npos ? need_early(condition)
                                               : need_late(condition);
  }
}

void KernelLines::ask_number(const std::string& name) {
  if (kernel_.of_arrays()) {
    need_early(fmt::format(
        "type({0}) not in (int, float, {1}.int64, {1}.float64)", name, np_));
    return need_early(fmt::format(
        "type({0}) in (int, {1}.int64) and not -2**{2} <= {0} <= 2**{2}", name,
        np_, kernel_.bits));
  }
  need_early("type(" + name + ") not in (int, float)");
  need_early(fmt::format("type({0}) is int and abs({0}) > 2**{1}", name,
                         kernel_.bits));
}

// What it holds is of one type.
void KernelLines::ask_dict(const KernelInput& dict) {
  need_early(fmt::format("type({}) is not dict", dict.name));
  if (!dict.read) return;
  if (dict.type == NumberType::kText) {
    return need_early(
        fmt::format("{{*map(type, {}.values())}} != {{str}}", dict.name));
  }
  need_early(fmt::format(
      "{{*map(type, {}.values())}} not in ({{int}}, {{float}})", dict.name));
  need_early(
      fmt::format("{{*map(type, {0}.values())}} == {{int}} and "
                  "max(map(abs, {0}.values())) > 2**{1}",
                  dict.name, kernel_.bits));
}

// A sum begins with a float, or with the int zero that the first one makes a
// float: another zero may make something else of it.
void KernelLines::ask_fold(const KernelInput& input) {
  // A number of NumPy stays one, whatever number of Python is added.
  if (kernel_.of_arrays() && adds_python_.contains(input.name) &&
      input.type == NumberType::kNumber) {
    need_early("type(" + input.name + ") not in (int, float)");
  }
  if (input.type == NumberType::kNumber) return ask_number(input.name);
  if (running_.contains(input.name)) {  // what comes of it is seen on the way
    if (input.asked) {
      need_early(fmt::format("type({}) is not {}", input.name,
                             scalar_type(input.type)));
    }
    if (input.type == NumberType::kInteger) {
      need_early(fmt::format("abs({}) > 2**{}", input.name, kernel_.bits));
    }
    return;
  }
  if (!summed_.contains(input.name) || !input.asked) return;
  const std::string zero =
      fmt::format(" and (type({0}) is not int or {0} != 0)", input.name);
  need_early(fmt::format("type({0}) is not {1}{2}", input.name,
                         scalar_type(input.type),
                         input.type == NumberType::kFloat ? zero : ""));
}

// Arrays of all iterations, where the loop only keeps some, must have room.
void KernelLines::ask_room() {
  if (gives_all_ || reads_array_ || (on_arrays_ && reads_table_)) return;
  std::string count;
  bool held = true;
  for (const KernelLoop* loop : all_loops_) {
    if (loop->axis < 0) continue;
    held = held && held_.contains(loop) && count.empty();
    const std::string one = this->count(*loop);
    count += (count.empty() ? "" : " * ") +
             (one.find(' ') == std::string::npos ? one : "(" + one + ")");
  }
  if (!held) need_early(count + " > 10**7");
}

void KernelLines::ask_apart() {
  for (const advisor::KernelPair& pair : kernel_.apart) {
    const bool implied = pair.changed == pair.other &&
                         std::any_of(kernel_.apart.begin(), kernel_.apart.end(),
                                     [&](const advisor::KernelPair& one) {
                                       return one.changed == pair.changed &&
                                              one.other != pair.other;
                                     });
    if (implied) continue;
    if (is_array(pair.changed)) {
      need_early(fmt::format("{}.may_share_memory({}, {})", np_, pair.changed,
                             pair.other));
      continue;
    }
    if (input(pair.changed).kind != KernelInput::Kind::kRows) {
      need_early(pair.changed + " is " + pair.other);
      continue;
    }
    std::string held = "*map(id, " + pair.changed + ")";
    std::string size = "len(" + pair.changed + ")";
    if (pair.other != pair.changed) {
      held += ", *map(id, " + pair.other + ")";
      size += " + len(" + pair.other + ")";
    }
    need_early(fmt::format("len({{{}}}) != {}", held, size));
  }
}

/// The list that holds an input's items.
std::string KernelLines::gone_through(const std::string& list) const {
  for (const KernelInput& one : kernel_.inputs) {
    if (one.name == list && !one.of.empty()) return one.of;
  }
  return list;
}

/// What gives the numbers of a list, one by one.
std::string KernelLines::items_text(const KernelInput& list) const {
  if (list.of.empty()) return list.name;
  return fmt::format("({0}[{1}] for {0} in {2})", item_, list.place, list.of);
}

// Where the loop would fail it runs, as it does where there is no tuple.
void KernelLines::ask_width(const KernelInput& column) {
  const bool further = std::any_of(
      kernel_.inputs.begin(), kernel_.inputs.end(), [&](const auto& one) {
        return one.of == column.of &&
               (one.width > 0 || one.place > column.place);
      });
  if (column.width == 0 && further) return;  // that says more
  const std::string other =
      column.width > 0
          ? fmt::format("{{*map(len, {})}} != {{{}}}", column.of, column.width)
          : fmt::format("min(map(len, {}), default=0) <= {}", column.of,
                        column.place);
  steady_.contains(column.name) ? need_steady(other) : need_early(other);
}

std::string KernelLines::converted(const KernelInput& list,
                                   const std::string& array) const {
  const char* type = scalar_type(list.type);
  if (list.kind == KernelInput::Kind::kRows) {
    return fmt::format("{} = {}.array({}, dtype={})", array, np_, list.name,
                       type);
  }
  return fmt::format("{} = {}.fromiter({}, {}, len({}))", array, np_,
                     items_text(list), type,
                     list.of.empty() ? list.name : list.of);
}

void KernelLines::convert() {
  for (const KernelInput& input : kernel_.inputs) {
    if (stores_.contains(input.name)) convert_stored(input);
    if (!by_lanes_.contains(input.name)) continue;
    if (input.kind == KernelInput::Kind::kColumn) {
      convert_column(input);
      continue;
    }
    if (on_arrays_ || input.kind == KernelInput::Kind::kArray) {
      arrays_[input.name] = input.name;
      continue;
    }
    if (!steady_.contains(input.name)) convert_list(input, late_);
  }
}

/// `small`: what is still to be asked of it.
void KernelLines::convert_list(const KernelInput& input, Words& small) {
  const bool both = as_lists_.contains(input.name);
  const std::string array = both ? fresh(input.name + "_array") : input.name;
  arrays_[input.name] = array;
  const bool whole = input.type == NumberType::kInteger;
  if (whole) line("try:");
  lines_.push_back({depth_ + (whole ? 1 : 0), converted(input, array)});
  if (whole) {  // their size is seen sooner in the array
    line("except OverflowError:");
    lines_.push_back({depth_ + 1, refusal()});
    result_.may_refuse = true;
    const std::string most = "2**" + std::to_string(kernel_.bits);
    for (const std::string& asked :
         {fmt::format("{}.min(initial=0) < -{}", array, most),
          fmt::format("{}.max(initial=0) > {}", array, most)}) {
      if (std::find(small.begin(), small.end(), asked) == small.end()) {
        small.push_back(asked);
      }
    }
  }
  // Of a loop in a loop a list is a small part.
  const bool rows = input.kind == KernelInput::Kind::kRows;
  if (columns() && !rows) return;
  ++result_.conversions;
  way((rows               ? kWayOfRow
       : input.of.empty() ? kWayToArray
                          : kWayOfTuple) +
      (input.asked ? kTypeAsked : 0));
}

// In the first call; what could not be made is tried again in the next one.
void KernelLines::convert_steady() {
  if (steady_.empty()) return;
  const double before = result_.work.ways;
  line(fmt::format("if not {}:", kept_));
  ++depth_;
  refuse_any(steady_asked_);
  Words small, arrays;
  for (const KernelInput& input : kernel_.inputs) {
    if (!steady_.contains(input.name)) continue;
    convert_list(input, small);
    arrays.push_back(arrays_[input.name]);
  }
  refuse_any(small);
  line(fmt::format("{}[:] = [{}]", kept_, joined(arrays)));
  --depth_;
  const std::string names = joined(arrays);
  line((arrays.size() == 1 ? "[" + names + "]" : names) + " = " + kept_);
  result_.steady_ways = result_.work.ways - before;
}

void KernelLines::refuse_if(const std::string& condition) {
  line("if " + condition + ":");
  lines_.push_back({depth_ + 1, refusal()});
  result_.may_refuse = true;
}

void KernelLines::refuse_any(const std::vector<std::string>& conditions) {
  if (conditions.empty()) return;
  std::string all;
  for (const std::string& one : conditions) {
    all += (all.empty() ? "" : " or ") + one;
  }
  if (all.size() + 8 <= kWidth) return refuse_if(all);
  line("if (");
  for (const std::string& one : conditions) {
    lines_.push_back(
        {depth_ + 1, (&one == &conditions.front() ? "" : "or ") + one});
  }
  line("):");
  lines_.push_back({depth_ + 1, refusal()});
  result_.may_refuse = true;
}

}  // namespace ppp::rewrite

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelExpr;
using advisor::KernelInput;
using advisor::KernelLoop;
using advisor::KernelStep;
using advisor::NumberType;

namespace {

/// That of a float being 1.
double way_to_list(const KernelExpr& value) {
  if (value.maker != advisor::NumberMaker::kPython) return kWayOfNumPy;
  if (value.type == NumberType::kFlag) return 0.3;
  return value.type == NumberType::kInteger ? 0.7 : 1;
}

}  // namespace

std::string KernelLines::count(const KernelLoop& loop) const {
  if (loop.start.text.empty() && loop.start.offset == 0) {
    return bound_text(loop.stop);
  }
  if (loop.start.text.empty()) return bound_text(loop.stop, -loop.start.offset);
  if (&loop == &strip_) return loop.stop.text + " - " + loop.start.text;
  return bound_text(loop.stop) + " - (" + bound_text(loop.start) + ")";
}

std::string KernelLines::range_text(const KernelLoop& loop) const {
  const std::string start = bound_text(loop.start);
  return fmt::format("{}.arange({}{})", np_, start == "0" ? "" : start + ", ",
                     bound_text(loop.stop));
}

std::string KernelLines::shape() const {
  if (pick_) return "len(" + pick_->at + ")";
  if (!columns()) return count(rows());
  return fmt::format("({}, {})", count(rows()),
                     in_columns() ? count(*column_) : "1");
}

/// The value for all iterations around us, as an array of their shape.
std::string KernelLines::whole_shape(const KernelExpr& value) {
  const KernelTerm text = expression(value);
  const std::uint32_t wanted = in_columns() ? 3 : 1;
  if (sure_axes(value) == wanted) return text.text;
  return fmt::format("{}.broadcast_to({}, {})", np_, text.text, shape());
}

std::string KernelLines::whole_mask() const {
  if (mask_axes_.back() == (in_columns() ? 3U : 1U)) return masks_.back();
  return fmt::format("{}.broadcast_to({}, {})", np_, masks_.back(), shape());
}

void KernelLines::write(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) write(step);
}

void KernelLines::write(const KernelStep& step) {
  switch (step.kind) {
    case KernelStep::Kind::kAssign:
      return assign(step);
    case KernelStep::Kind::kSpread: {
      const std::string start = step.name + " = ";
      const HelperLine& last = lines_.back();
      std::string value = step.name;
      if (last.text.starts_with(start) && last.depth == depth_) {
        value = last.text.substr(start.size());
        lines_.pop_back();
      }
      sure_[step.name] = in_columns() ? 3 : 1;
      return line(value == "0.0" ? fmt::format("{} = {}.zeros({})", step.name,
                                               np_, shape())
                                 : fmt::format("{} = {}.full({}, {})",
                                               step.name, np_, shape(), value));
    }
    case KernelStep::Kind::kIf:
      return branch(step);
    case KernelStep::Kind::kLoop:
      return inner_loop(step);
    case KernelStep::Kind::kAppend:
    case KernelStep::Kind::kAppendRow:
      return output(step);
    case KernelStep::Kind::kStore:
      return store(step);
    case KernelStep::Kind::kFold:
      return fold(step);
    case KernelStep::Kind::kCarry:
      return carry(step);
    case KernelStep::Kind::kTally:
      return tally(step);
    case KernelStep::Kind::kRow:
      if (advisor::is_computed_index(step.value.parts[0])) {
        computed_index("len(" + array_of(step.value.text) + ")",
                       step.value.parts[0].parts[0]);
      }
      return;
    case KernelStep::Kind::kTuple:
    case KernelStep::Kind::kWhile:
    case KernelStep::Kind::kBreak:
    case KernelStep::Kind::kContinue:
      PPP_CHECK(false);  // in order only
  }
}

void KernelLines::assign(const KernelStep& step) {
  if (truths_.contains(step.name)) return assign_truth(step);
  if (choices_.contains(step.name)) return assign_choice(step);
  if (growing_.contains(&step)) {
    ++result_.operations;
    work(1);
    floats_ = true;
    return line(step.name + " " + step.value.text + "= " +
                expression(step.value.parts[1]).text);
  }
  KernelTerm value = expression(step.value);
  std::uint32_t sure = sure_axes(step.value);
  if (!masks_.empty() && sure_.contains(step.name)) {
    sure |= sure_[step.name] | mask_axes_.back();
    if (asks_dtypes() && is_number(step.value.type)) {
      value = named(value, step.name.c_str());
      need_one_type(value.text, step.name);
    }
    const bool truths = step.value.type == NumberType::kFlag && !asks_dtypes();
    value = truths
                ? joined_truths(masks_.back(), value, {step.name})
                : KernelTerm{fmt::format("{}.where({}, {}, {})", np_,
                                         masks_.back(), value.text, step.name)};
  }
  sure_[step.name] = sure;
  line(step.name + " = " + value.text);
  if (pick_) pick_->names.insert(step.name);
}

void KernelLines::branch(const KernelStep& step) {
  if (picked_.contains(&step)) return branch_picked(step);
  KernelTerm condition = expression(step.value);
  const std::string mask = fresh("mask");
  const std::string outer = masks_.empty() ? "" : masks_.back() + " & ";
  line(mask + " = " + outer +
       (outer.empty() ? condition.text
                      : condition.inside(KernelTerm::kBitAnd + 1)));
  const std::uint32_t axes =
      sure_axes(step.value) | (mask_axes_.empty() ? 0 : mask_axes_.back());
  mask_axes_.push_back(axes);
  masks_.push_back(mask);
  write(step.body);
  masks_.pop_back();
  mask_axes_.pop_back();
  if (step.otherwise.empty()) return;
  const std::string other = fresh("others");
  line(fmt::format("{} = {}{}.logical_not({})", other, outer, np_, mask));
  mask_axes_.push_back(axes);
  masks_.push_back(other);
  write(step.otherwise);
  masks_.pop_back();
  mask_axes_.pop_back();
}

void KernelLines::inner_loop(const KernelStep& step) {
  loops_[step.loop.index] = &step.loop;
  if (sums_.contains(&step.loop)) {
    sum_turns(step);
  } else if (step.loop.axis == 1) {
    column_ = &step.loop;
    if (counted_.contains(step.loop.index)) {
      sure_[step.loop.index] = 2;
      line(variable(step.loop.index) + " = " + range_text(step.loop));
    }
    write(step.body);
    column_ = nullptr;
  } else {
    line(step.loop.header + ":");
    ++depth_;
    write(step.body);
    if (step.body.empty()) line("pass");
    --depth_;
  }
  loops_.erase(step.loop.index);
}

void KernelLines::output(const KernelStep& step) {
  if (step.kind == KernelStep::Kind::kAppendRow) {
    const std::string given = rows_.at(step.value.text);
    if (on_arrays_) {
      ++result_.work.kept;
      return give(step.name, given);
    }
    effects_.push_back({1, step.name.empty()
                               ? "return " + given
                               : step.name + ".extend(" + given + ")"});
    return;
  }
  if (advisor::is_pair(step.value)) return output_pairs(step);
  const bool small = columns() ? !in_columns() : result_.sums_turns;
  if (!small) {
    ++result_.conversions;
    way(way_to_list(step.value));
  }
  const std::string wish = step.name.empty() ? "values" : step.name + "_values";
  const std::string values = fresh(wish);
  std::string text = whole_shape(step.value);
  if (!masks_.empty()) {
    text = (text.find_first_of(" -") == std::string::npos ? text
                                                          : "(" + text + ")") +
           "[" + whole_mask() + "]";
  } else if (columns() && in_columns()) {
    const bool row = step.name.empty() ||
                     std::none_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                                  [&](const KernelInput& one) {
                                    return one.name == step.name;
                                  });
    if (row) {
      rows_[step.name.empty() ? "row" : step.name] =
          on_arrays_ ? values
          : step.value.maker == advisor::NumberMaker::kNumPy
              ? "[*map(list, " + values + ")]"
              : values + ".tolist()";
      return output_values(step, values, text);
    }
    text = "(" + text + ").ravel()";
  } else if (columns()) {
    text = "(" + text + ")[:, 0]";
  }
  output_values(step, values, text);
  if (on_arrays_) {
    ++result_.work.kept;
    return give(step.name, values);
  }
  effects_.push_back(
      {1,
       step.name.empty()
           ? "return " + (kernel_.gives_series ? series(values, step.value)
                                               : given_back(values, step.value))
           : step.name + ".extend(" + given_back(values, step.value) + ")"});
}

void KernelLines::output_values(const KernelStep& step,
                                const std::string& values,
                                const std::string& text) {
  if (in_strips_) return strip_output(step, values, text);
  line(values + " = " + kept(text));
}

// One list for each part, and one of tuples of all these.
void KernelLines::output_pairs(const KernelStep& step) {
  Words values;
  way(kTupleMade);
  for (const KernelExpr& part : step.value.parts) {
    ++result_.conversions;
    way(way_to_list(part));
    const std::string wish =
        step.name.empty() ? "values" : step.name + "_values";
    const std::string name = fresh(wish);
    line(name + " = " + in_order(part));
    values.push_back(given_back(name, part));
  }
  if (on_arrays_) return give(step.name, values.front());
  const std::string pairs = "zip(" + joined(values) + ")";
  effects_.push_back({1, step.name.empty()
                             ? "return [*" + pairs + "]"
                             : step.name + ".extend(" + pairs + ")"});
}

void KernelLines::give(const std::string& list, const std::string& values) {
  const auto found =
      std::find_if(given_.begin(), given_.end(),
                   [&](const auto& one) { return one.first == list; });
  PPP_CHECK(found != given_.end() || list.empty());
  if (found != given_.end()) {
    found->second = values;
  } else {
    given_.emplace_back(list, values);
  }
}

/// What is stored first may be what is stored next.
std::string KernelLines::kept(const std::string& text) const {
  const bool copied =
      stored_ > 1 && !gives_list() && (on_arrays_ || keeps_in_arrays());
  return copied ? np_ + ".array(" + text + ")" : text;
}

void KernelLines::store(const KernelStep& step) {
  if (!is_array(step.name)) {
    ++result_.conversions;
    way(way_to_list(step.value));
  }
  if (is_frame_part(step.name)) return store_column(step);
  const std::string values = fresh(step.name + "_values");
  // An array of ints takes truth values as 0 and 1.
  const bool truth = on_arrays_ && truths_.contains(step.value.text) &&
                     step.value.kind == KernelExpr::Kind::kName &&
                     sure_axes(step.value) == (in_columns() ? 3U : 1U);
  std::string text = truth ? step.value.text : whole_shape(step.value);
  if (columns() && !in_columns()) text = "(" + text + ")[:, 0]";
  const bool array = on_arrays_ || is_array(step.name);
  const bool in_parts = in_strips_ && array && !stored_in_strips(step.name);
  const std::string part = in_parts ? fresh("part") : values;
  if (in_strips_ && !array) {
    strip_output(step, values, text);
  } else {
    line(part + " = " + (in_strips_ ? text : kept(text)));
  }
  if (const auto choice = choices_.find(step.value.text);
      choice != choices_.end()) {
    need_room_for(step.name, choice->second);
  } else if (is_array(step.name)) {
    need_type_of(step.name, part);
  }
  if (in_strips_ && array && strip_stored(step, values, part)) return;
  if (array) return store_in_array(step, values);
  const bool rows = step.at.size() == 2;
  const std::string place = place_of(step, 0);
  if (masks_.empty() && !rows) {
    effects_.push_back(
        {1, fmt::format("{}[{}] = {}.tolist()", step.name, place, values)});
    return;
  }
  const std::string row = fresh("row");
  const std::string new_row = fresh("numbers");
  if (masks_.empty()) {
    // Row by row: Python then uses the memory of the old numbers again.
    effects_.push_back({1, fmt::format("for {}, {} in zip({}[{}], {}):", row,
                                       new_row, step.name, place, values)});
    effects_.push_back({2, fmt::format("{}[{}] = {}.tolist()", row,
                                       place_of(step, 1), new_row)});
    return;
  }
  const std::string where = fresh("where");
  line(where + " = " + whole_mask() +
       (columns() && !in_columns() ? "[:, 0]" : ""));
  auto moved = [&](std::size_t i) {
    const Position at = position(step.at[i]);
    std::string first = bound_text(at.loop->start, at.offset);
    return first == "0" ? "" : first + " + ";
  };
  if (!rows) {
    effects_.push_back(
        {1, fmt::format("for {0}, {1} in zip({2}.flatnonzero({3}).tolist(), "
                        "{4}[{3}].tolist()):",
                        row, new_row, np_, where, values)});
    effects_.push_back(
        {2, fmt::format("{}[{}{}] = {}", step.name, moved(0), row, new_row)});
    return;
  }
  const std::string column = fresh("column");
  effects_.push_back(
      {1, fmt::format("for {0}, {1}, {2} in zip(*map({3}.ndarray.tolist, "
                      "({4}.nonzero()[0], {4}.nonzero()[1], {5}[{4}]))):",
                      row, column, new_row, np_, where, values)});
  effects_.push_back({2, fmt::format("{}[{}{}][{}{}] = {}", step.name, moved(0),
                                     row, moved(1), column, new_row)});
}

void KernelLines::store_in_array(const KernelStep& step,
                                 const std::string& values) {
  std::string place;
  for (std::size_t i = 0; i < step.at.size(); ++i) {
    place += (place.empty() ? "" : ", ") + place_of(step, i);
  }
  if (masks_.empty()) {
    effects_.push_back(
        {1, fmt::format("{}[{}] = {}", step.name, place, values)});
    return;
  }
  const std::string where = fresh("where");
  line(where + " = " + whole_mask() +
       (columns() && !in_columns() ? "[:, 0]" : ""));
  effects_.push_back({1, fmt::format("{0}[{1}][{2}] = {3}[{2}]", step.name,
                                     place, where, values)});
}

/// The values of all iterations that come here, one after the other.
std::string KernelLines::in_order(const KernelExpr& value) {
  std::string text = whole_shape(value);
  const bool long_text = text.find(' ') != std::string::npos;
  if (!masks_.empty()) {
    return (long_text ? "(" + text + ")" : text) + "[" + whole_mask() + "]";
  }
  if (!columns()) return text;
  text = long_text ? "(" + text + ")" : text;
  return text + (in_columns() ? ".ravel()" : "[:, 0]");
}

void KernelLines::fold(const KernelStep& step) {
  const bool sums = step.fold == "add" || step.fold == "subtract";
  const char* sign = step.fold == "subtract" ? "-" : "+";
  const bool ones = sums && step.value.kind == KernelExpr::Kind::kLiteral &&
                    step.value.text == "1" &&
                    input(step.name).type == NumberType::kInteger;
  if (ones && masks_.empty() && pick_) {
    return line(
        fmt::format("{0} = {0} {1} len({2})", step.name, sign, pick_->at));
  }
  if (ones && !masks_.empty()) {
    return line(fmt::format("{0} = {0} {1} int({2}.count_nonzero({3}))",
                            step.name, sign, np_, whole_mask()));
  }
  floats_ = true;
  const std::string values = fresh(step.name + "_values");
  const bool table = !sums && keeps_shape();
  line(values + " = " +
       (table ? whole_shape(step.value) : in_order(step.value)));
  work(sums ? 4 : 1);
  if (!sums) return keep_best(step, values);
  if (!step.running.empty()) return run_up(step, values);
  if (step.value.type == NumberType::kInteger &&
      input(step.name).type == NumberType::kInteger) {
    return line(
        fmt::format("{0} = {0} {1} int({2}.sum())", step.name, sign, values));
  }
  sum_up(step, values);
}

// What it is in each iteration; the last of them is what it becomes.
void KernelLines::run_up(const KernelStep& step, const std::string& values) {
  const std::string sums = fresh(step.name + "_sums");
  accumulate(sums, step.fold, step.name, values, is_new(step.value));
  line(fmt::format("{} = {}{}", step.running, sums,
                   columns() ? "[:, None]" : ""));
  sure_[step.running] = 1;
  keep_sum(step, values, sums + "[-1]");
}

/// An array that nobody else has.
bool KernelLines::is_new(const KernelExpr& value) const {
  constexpr auto kMaking =
      std::to_array<std::string_view>({"+", "-", "*", "/", "//", "%"});
  const bool makes =
      value.kind == KernelExpr::Kind::kOperation && value.parts.size() == 2 &&
      sure_axes(value) != 0 &&
      std::find(kMaking.begin(), kMaking.end(), value.text) != kMaking.end();
  return !masks_.empty() || makes;
}

// In its own array: a second one would cost as much as the additions.
void KernelLines::accumulate(const std::string& sums, const std::string& how,
                             const std::string& start,
                             const std::string& values, bool own) {
  const char* sign = how == "add" ? "+" : "-";
  line(
      fmt::format("{0} = {1}.{4}({2}, dtype={1}.result_type({2}, "
                  "{1}.asarray({3})))",
                  sums, np_, values, start, own ? "asarray" : "array"));
  line(fmt::format("{0}[:1] = {1} {2} {0}[:1]", sums, start, sign));
  line(fmt::format("{0}.{1}.accumulate({2}, out={2})", np_, how, sums));
}

// Piece by piece: only the last of all sums is wanted.
void KernelLines::sum_up(const KernelStep& step, const std::string& values) {
  const std::string sum = fresh(step.name + "_sum");
  const std::string start = fresh("start");
  line(sum + " = " + step.name);
  line(fmt::format("for {} in range(0, len({}), 2**16):", start, values));
  lines_.push_back(
      {depth_ + 1,
       fmt::format("{0} = {1}.{2}.accumulate({1}.append({0}, {3}[{4}:{4} + "
                   "2**16]))[-1]",
                   sum, np_, step.fold, values, start)});
  keep_sum(step, values, sum);
}

void KernelLines::keep_sum(const KernelStep& step, const std::string& values,
                           const std::string& last) {
  // Where nothing is added it stays what it is.
  const advisor::NumberMaker maker = step.value.maker;
  line("if " + values + ".size:");
  const int depth = depth_ + 1;
  if (maker == advisor::NumberMaker::kPython) {
    lines_.push_back({depth, step.name + " = " + last + ".item()"});
    return;
  }
  lines_.push_back({depth, step.name + " = " + last});
  if (maker == advisor::NumberMaker::kNumPy) return;
  lines_.push_back({depth, "if " + row_type_ + " == \"object\":"});
  lines_.push_back({depth + 1, step.name + " = " + step.name + ".item()"});
}

// The best in each iteration, of one type. Of two zeros nobody could say which.
void KernelLines::lead(const KernelStep& step, const std::string& values) {
  if (kernel_.of_arrays() || input(step.name).type == NumberType::kNumber) {
    refuse_if(fmt::format("{}.asarray({}).dtype != {}.dtype", np_, step.name,
                          values));
  }
  if (step.value.type != NumberType::kInteger) {
    refuse_if(fmt::format("{0} == 0 and {1}.signbit({0})", step.name, np_));
    // The bits of -0.0 are the least integer.
    refuse_if(
        fmt::format("{}.view(\"int64\").min(initial=0) == -2**63", values));
  }
  const char* which = step.fold == "most" ? "maximum" : "minimum";
  const std::string best = columns() ? fresh(step.name + "_all") : step.running;
  line(fmt::format("{} = {}.{}.accumulate({})", best, np_, which, values));
  line(fmt::format("{0}.{1}({2}, {3}, out={2})", np_, which, best, step.name));
  if (columns()) line(step.running + " = " + best + "[:, None]");
  sure_[step.running] = 1;
}

// Of the first NaN, if there is one, argmax() and argmin() tell the place.
void KernelLines::keep_best(const KernelStep& step, const std::string& values) {
  if (!step.running.empty()) lead(step, values);
  auto item = [](const KernelExpr& value) {
    return value.maker == advisor::NumberMaker::kNumPy ? "" : ".item()";
  };
  const bool table = keeps_shape();
  std::vector<std::pair<std::string, std::string>> others;
  const std::string best = fresh("at");
  auto at_best = [&](const std::string& wish, const KernelExpr& value) {
    const std::string array = fresh(wish + "_values");
    line(array + " = " + (table ? whole_shape(value) : in_order(value)));
    return fmt::format("{}[{}]{}", array, best, item(value));
  };
  for (const KernelStep& also : step.body) {
    std::string text;
    if (!advisor::is_pair(also.value)) {
      text = at_best(also.name, also.value);
    } else {
      for (const KernelExpr& part : also.value.parts) {
        text += (text.empty() ? "(" : ", ") + at_best(also.name, part);
      }
      text += ")";
    }
    others.emplace_back(also.name, text);
  }
  line("if " + values + ".size:");
  auto deeper = [&](int by, const std::string& text) {
    lines_.push_back({depth_ + by, text});
  };
  const char* which = step.fold == "most" ? "max" : "min";
  deeper(1, table ? fmt::format("{0} = {1}.unravel_index({2}.arg{3}(), "
                                "{2}.shape)",
                                best, np_, values, which)
                  : fmt::format("{} = {}.arg{}()", best, values, which));
  if (step.value.type != NumberType::kInteger) {
    deeper(1, fmt::format("if {0}[{1}] != {0}[{1}]:", values, best));
    deeper(2, refusal());
    result_.may_refuse = true;
  }
  deeper(1, fmt::format("if {}[{}].item() {} {}:", values, best,
                        step.fold == "most" ? ">" : "<", step.name));
  others.insert(
      others.begin(),
      {step.name, fmt::format("{}[{}]{}", values, best, item(step.value))});
  for (const auto& [name, text] : others) deeper(2, name + " = " + text);
}

}  // namespace ppp::rewrite

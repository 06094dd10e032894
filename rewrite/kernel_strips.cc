// SPDX-License-Identifier: Apache-2.0
// Kernels that make more than a few arrays on the way do so for some thousand
// items at a time: what memory they take then stays in the fast one, and is
// asked for once.
//
//   values = np.empty(len(points))
//   for first in range(0, len(points), 2**14):
//       last = min(first + 2**14, len(points))
//       total = np.zeros(last - first)
//       for c in coefficients:
//           total = total * points[first:last] + c
//       values[first:last] = total
//
// Each iteration does what it did, in the same order. Lists are changed behind
// all of them, as without strips: until then one may find that arrays would
// differ. An array that the loop does not read gets its items strip by strip:
// if one finds that, those before it have stored what the loop, which then runs
// from its start, stores there again.
#include <algorithm>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {
namespace {

using advisor::KernelExpr;
using advisor::KernelLoop;
using advisor::KernelStep;
using Kind = KernelStep::Kind;

constexpr int kFewOperations = 3;
constexpr const char* kItems = "2**14";  // numbers of 8 bytes: an eighth of
                                         // what a core has at hand

bool one_by_one(const KernelExpr& value) {
  const bool looked_up =
      value.kind == KernelExpr::Kind::kOperation &&
      (value.text == "lookup" || value.text == "within" ||
       advisor::is_text_operation(value) || advisor::is_running_sum(value));
  return looked_up ||
         std::any_of(value.parts.begin(), value.parts.end(),
                     [](const auto& one) { return one_by_one(one); });
}

/// How often items of the list or array are read, but for where a running sum
/// goes on.
int items_read(const KernelExpr& value, const std::string& name) {
  int times =
      value.kind == KernelExpr::Kind::kRead && value.text == name ? 1 : 0;
  for (const KernelExpr& part : value.parts) {
    const bool goes_on =
        advisor::is_running_sum(value) && &part == &value.parts[0];
    if (!goes_on) times += items_read(part, name);
  }
  return times;
}

struct Uses {
  int reads = 0;
  int stores = 0;

  void look(const std::vector<KernelStep>& steps, const std::string& name) {
    for (const KernelStep& step : steps) {
      reads += items_read(step.value, name);
      for (const KernelExpr& at : step.at) reads += items_read(at, name);
      for (const std::string& list : step.loop.lists) reads += list == name;
      const bool gives = step.kind != Kind::kAssign &&
                         step.kind != Kind::kSpread && step.name == name;
      stores += gives;
      look(step.body, name);
      look(step.otherwise, name);
    }
  }
};

int operations_in(const KernelExpr& value) {
  int all = value.kind == KernelExpr::Kind::kOperation && value.axes != 0 &&
            !advisor::is_computed_index(value);
  for (const KernelExpr& part : value.parts) all += operations_in(part);
  return all;
}

bool plain(const std::string& text) {
  return text.find_first_of(" ([.") == std::string::npos;
}

}  // namespace

/// It gets its items strip by strip.
bool KernelLines::stored_in_strips(const std::string& name) const {
  Uses uses;
  uses.look(kernel_.steps, name);
  const auto& lists = kernel_.loop.lists;
  return (on_arrays_ || is_array(name)) && uses.reads == 0 &&
         uses.stores == 1 &&
         std::find(lists.begin(), lists.end(), name) == lists.end();
}

/// `sums[i] = sums[i - 1] + x`, where each strip finds the last sum.
bool KernelLines::runs_in_strips(const KernelStep& step) const {
  if (step.kind != Kind::kStore || !advisor::is_running_sum(step.value) ||
      columns() || !kernel_.loop.start.text.empty()) {
    return false;
  }
  const KernelExpr& before = step.value.parts[0];
  const std::string& place = before.parts[0].text;
  return before.text == step.name && stored_in_strips(step.name) &&
         !place.empty() && place.size() < 9 &&
         place.find_first_not_of("0123456789") == std::string::npos &&
         !one_by_one(step.value.parts[1]);
}

/// `masked`: in an `if`; `turns`: in a loop that stays; `across`: in that of
/// the columns. False: these steps do not fit.
bool KernelLines::count_for_strips(const std::vector<KernelStep>& steps,
                                   const StripPlace& place,
                                   int& operations) const {
  return std::all_of(steps.begin(), steps.end(), [&](const KernelStep& step) {
    const bool gives = step.kind == Kind::kAppend ||
                       step.kind == Kind::kAppendRow ||
                       step.kind == Kind::kStore;
    const bool everywhere = !place.masked && !place.turns;
    const bool runs = everywhere && runs_in_strips(step);
    // The table's items one after the other, for a list from around the loop.
    const bool in_a_row =
        place.across && step.kind == Kind::kAppend &&
        std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                    [&](const auto& one) { return one.name == step.name; });
    if (step.kind == Kind::kTally || step.kind == Kind::kCarry ||
        (!runs && one_by_one(step.value)) || in_a_row ||
        (gives && (!everywhere || advisor::is_pair(step.value)))) {
      return false;
    }
    const bool stored =
        step.kind == Kind::kStore && stored_in_strips(step.name);
    const bool leads = step.kind == Kind::kFold && !step.running.empty();
    const int own = operations_in(step.value) + (stored || leads ? 2 : 0) +
                    (runs ? kFewOperations : 0);
    operations += place.turns ? own * (kFewOperations + 1) : own;
    StripPlace inside = place;
    inside.masked = place.masked || step.kind == Kind::kIf;
    if (step.kind == Kind::kLoop) {
      (step.loop.axis < 0 ? inside.turns : inside.across) = true;
    }
    return count_for_strips(step.body, inside, operations) &&
           count_for_strips(step.otherwise, inside, operations);
  });
}

bool KernelLines::fits_strips() const {
  if (kernel_.of_frames() || kernel_.gives_series || !sums_.empty()) {
    return false;
  }
  int operations = 0;
  return count_for_strips(kernel_.steps, {}, operations) &&
         operations > kFewOperations;
}

/// From here on `kernel_.loop` is a strip of it.
void KernelLines::begin_strips() {
  auto named_bound = [&](const advisor::KernelBound& bound, const char* wish) {
    std::string text = bound_text(bound);
    if (plain(text)) return text;
    const std::string name = fresh(wish);
    line(name + " = " + text);
    return name;
  };
  const std::string start = named_bound(kernel_.loop.start, "start");
  const std::string stop = named_bound(kernel_.loop.stop, "stop");
  std::string items = kItems;
  const KernelLoop* across = nullptr;
  for (const KernelStep& step : kernel_.steps) {
    if (step.kind == Kind::kLoop && step.loop.axis == 1) across = &step.loop;
  }
  if (across) {
    items = fresh("rows_at_once");
    const KernelLoop& loop = *across;
    line(fmt::format("{} = {} // ({}) + 1", items, kItems,
                     loop.start.text.empty()
                         ? bound_text(loop.stop, 1 - loop.start.offset)
                         : sum_text(count(loop), 1)));
  }
  strip_start_ = start;
  strip_stop_ = stop;
  strip_.index = kernel_.loop.index;
  strip_.axis = kernel_.loop.axis;
  strip_.start = {fresh("first"), 0, {}};
  strip_.stop = {fresh("last"), 0, {}};
  before_strips_ = lines_.size();
  line(fmt::format("for {} in range({}, {}, {}):", strip_.start.text, start,
                   stop, items));
  depth_ = ++outermost_;
  line(fmt::format("{} = min({} + {}, {})", strip_.stop.text, strip_.start.text,
                   items, stop));
  loops_[kernel_.loop.index] = &strip_;
  in_strips_ = true;
}

void KernelLines::end_strips() {
  // Behind everything that may find that arrays would differ.
  for (const std::string& text : strip_stores_) line(text);
  depth_ = --outermost_;
  in_strips_ = false;
  loops_[kernel_.loop.index] = &kernel_.loop;
}

/// Of what is made for all iterations.
std::string KernelLines::strip_shape() const {
  const std::string size =
      strip_stop_ + (strip_start_ == "0" ? "" : " - " + strip_start_);
  return in_columns() ? fmt::format("({}, {})", size, count(*column_)) : size;
}

/// In front of all strips.
void KernelLines::strip_line(const std::string& text) {
  const auto at =
      lines_.begin() + static_cast<std::ptrdiff_t>(before_strips_++);
  lines_.insert(at, {kOutermost, text});
}

/// `values` of this strip are what `text` says.
void KernelLines::strip_values(const std::string& values,
                               const std::string& text) {
  const std::string less = strip_start_ == "0" ? "" : " - " + strip_start_;
  line(fmt::format("{0}[{1}{3}:{2}{3}] = {4}", values, strip_.start.text,
                   strip_.stop.text, less, text));
}

// Of lists the program shows what their numbers are.
void KernelLines::strip_output(const KernelStep& step,
                               const std::string& values,
                               const std::string& text) {
  const advisor::NumberType type = step.value.type;
  const bool known = !asks_dtypes() && !kernel_.of_arrays() &&
                     type != advisor::NumberType::kNumber;
  if (known) {
    const char* name = type == advisor::NumberType::kInteger ? ", dtype=int"
                       : type == advisor::NumberType::kFlag  ? ", dtype=bool"
                                                             : "";
    strip_line(
        fmt::format("{} = {}.empty({}{})", values, np_, strip_shape(), name));
    return strip_values(values, text);
  }
  const std::string part = fresh("part");
  strip_line(fmt::format("{} = {}.empty(0)", values, np_));
  line(part + " = " + text);
  line(fmt::format("if {} == {}:", strip_.start.text, strip_start_));
  lines_.push_back({depth_ + 1, fmt::format("{} = {}.empty({}, {}.dtype)",
                                            values, np_, strip_shape(), part)});
  strip_values(values, part);
}

// An array says what it can hold, and has been asked whether it can this.
bool KernelLines::strip_stored(const KernelStep& step,
                               const std::string& values,
                               const std::string& part) {
  if (stored_in_strips(step.name)) {
    std::string place;
    for (const KernelExpr& at : step.at) {
      place += (place.empty() ? "" : ", ") + slice(at, "");
    }
    strip_stores_.push_back(fmt::format("{}[{}] = {}", step.name, place, part));
    return true;
  }
  strip_line(fmt::format("{} = {}.empty({}, {}.dtype)", values, np_,
                         strip_shape(), step.name));
  strip_values(values, part);
  return false;
}

/// Where a running sum goes on.
std::string KernelLines::strip_before(const KernelExpr& before) const {
  return fmt::format(
      "{}[{}]", before.text,
      sum_text(strip_.start.text,
               std::stoll(before.parts[0].text) - kernel_.loop.start.offset));
}

/// Of a store: where it is in all iterations.
std::string KernelLines::place_of(const KernelStep& step, std::size_t i) {
  const bool strips = in_strips_;
  if (strips) loops_[kernel_.loop.index] = &kernel_.loop;
  std::string place = slice(step.at[i], "");
  if (strips) loops_[kernel_.loop.index] = &strip_;
  return place;
}

}  // namespace ppp::rewrite

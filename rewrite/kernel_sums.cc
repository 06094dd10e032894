// SPDX-License-Identifier: Apache-2.0
// Loops inside a kernel that do nothing but add up, in the order of their
// turns:
//
//   for j in range(m):               terms = rows[:n, :m]
//       for i in range(n):           sums = np.add.accumulate(
//           sums += rows[i][j]           np.vstack((sums, terms)))[-1]
//
// piece by piece, instead of one turn after the other, each for all j, where
// these are few.
// Only of tables: there is room for their numbers, as there are lists of them.
#include <algorithm>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {
namespace {

using advisor::KernelExpr;
using advisor::KernelStep;
using advisor::NumberType;

bool mentions(const KernelExpr& value, const std::string& name) {
  return (value.kind == KernelExpr::Kind::kName && value.text == name) ||
         std::any_of(
             value.parts.begin(), value.parts.end(),
             [&](const KernelExpr& part) { return mentions(part, name); });
}

/// `i`, `i - 1`
bool plain_index(const KernelExpr& at) {
  if (at.kind == KernelExpr::Kind::kName) return true;
  return at.kind == KernelExpr::Kind::kOperation &&
         (at.text == "+" || at.text == "-") && at.parts.size() == 2 &&
         at.parts[0].kind == KernelExpr::Kind::kName &&
         at.parts[1].kind == KernelExpr::Kind::kLiteral;
}

/// Of the loop's index it knows nothing but the place in a table, the other
/// place in which is that of the iteration. `found`: it reads such a table.
bool reads_tables(const KernelExpr& value, const std::string& index,
                  bool& found) {
  if (!mentions(value, index)) return true;
  if (value.kind == KernelExpr::Kind::kRead) {
    const auto& at = value.parts;
    if (at.size() != 2 || !plain_index(at[0]) || !plain_index(at[1])) {
      return false;
    }
    const KernelExpr& other = at[mentions(at[0], index) ? 1 : 0];
    const bool table = other.axes == 1 && !mentions(other, index);
    found = found || table;
    return table;
  }
  return value.kind == KernelExpr::Kind::kOperation &&
         std::all_of(value.parts.begin(), value.parts.end(),
                     [&](const KernelExpr& part) {
                       return reads_tables(part, index, found);
                     });
}

/// The assignment in a loop that does nothing but add, or null.
const KernelStep* only_sum(const KernelStep& loop) {
  const KernelStep* sum = nullptr;
  for (const KernelStep& step : loop.body) {
    if (step.kind != KernelStep::Kind::kAssign || sum) return nullptr;
    sum = &step;
  }
  if (!sum) return nullptr;
  const KernelExpr& value = sum->value;
  const bool adds =
      value.kind == KernelExpr::Kind::kOperation &&
      (value.text == "+" || value.text == "-") && value.parts.size() == 2 &&
      value.parts[0].kind == KernelExpr::Kind::kName &&
      value.parts[0].text == sum->name && !mentions(value.parts[1], sum->name);
  const bool one_type =
      adds && value.type == value.parts[0].type &&
      value.type == value.parts[1].type &&
      (value.type == NumberType::kFloat || value.type == NumberType::kInteger);
  return one_type ? sum : nullptr;
}

bool mentions(const KernelStep& step, const std::string& name) {
  auto any = [&](const auto& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& one) { return mentions(one, name); });
  };
  return step.name == name || mentions(step.value, name) || any(step.at) ||
         any(step.body) || any(step.otherwise);
}

/// `total = total + x`, of one type.
bool only_grows(const KernelStep& step) {
  const KernelExpr& value = step.value;
  return step.kind == KernelStep::Kind::kAssign &&
         value.kind == KernelExpr::Kind::kOperation &&
         (value.text == "+" || value.text == "-") && value.parts.size() == 2 &&
         value.parts[0].kind == KernelExpr::Kind::kName &&
         value.parts[0].text == step.name &&
         value.parts[0].type == value.type &&
         value.parts[1].type == value.type &&
         (value.type == NumberType::kFloat ||
          value.type == NumberType::kInteger) &&
         !mentions(value.parts[1], step.name);
}

}  // namespace

// Right behind what makes an array of it, which nobody else has, and named by
// nothing else in the loop: it may grow where it is.
void KernelLines::find_growing(const std::vector<KernelStep>& steps) {
  if (asks_dtypes() || kernel_.of_arrays() || kernel_.of_frames()) return;
  std::set<std::string> made;
  for (const KernelStep& step : steps) {
    if (step.kind == KernelStep::Kind::kSpread) {
      made.insert(step.name);
      continue;
    }
    if (step.kind == KernelStep::Kind::kLoop && step.loop.axis < 0) {
      for (const KernelStep& one : step.body) {
        const bool alone = std::count_if(step.body.begin(), step.body.end(),
                                         [&](const KernelStep& other) {
                                           return mentions(other, one.name);
                                         }) == 1;
        if (alone && made.contains(one.name) && only_grows(one)) {
          growing_.insert(&one);
        }
      }
    } else if (step.kind == KernelStep::Kind::kLoop) {
      find_growing(step.body);
    }
    made.clear();
  }
}

// Among the kernel's own statements. The variable has a number for each
// iteration already.
void KernelLines::find_sums(const std::vector<KernelStep>& steps) {
  std::set<std::string> spread;
  for (const KernelStep& step : steps) {
    if (step.kind == KernelStep::Kind::kSpread) spread.insert(step.name);
    if (step.kind != KernelStep::Kind::kLoop || step.loop.axis >= 0 ||
        !step.loop.lists.empty()) {
      continue;
    }
    const KernelStep* sum = only_sum(step);
    bool found = false;
    if (sum && spread.contains(sum->name) &&
        reads_tables(sum->value.parts[1], step.loop.index, found) && found) {
      sums_.insert(&step.loop);
    }
  }
}

void KernelLines::sum_turns(const KernelStep& step) {
  const KernelStep& sum = *only_sum(step);
  turns_ = &step.loop;
  const KernelTerm value = expression(sum.value.parts[1]);
  turns_ = nullptr;
  const std::string terms = named(value, "terms").text;
  const std::string term = fresh("term");
  const std::string start = fresh("start");
  const std::string piece = fresh("piece");
  // Only the last of all sums is wanted: pieces stay where memory is fast.
  line(fmt::format("if len({}) < 256:", sum.name));
  lines_.push_back(
      {depth_ + 1,
       fmt::format("for {} in range(0, len({}), 1024):", start, terms)});
  lines_.push_back(
      {depth_ + 2, fmt::format("{0} = {1}.vstack(({2}, {3}[{4}:{4} + 1024]))",
                               piece, np_, sum.name, terms, start)});
  lines_.push_back(
      {depth_ + 2,
       fmt::format("{} = {}.{}.accumulate({})[-1]", sum.name, np_,
                   sum.value.text == "-" ? "subtract" : "add", piece)});
  // Of many sums each turn is worth an operation, and needs no second table.
  line("else:");
  lines_.push_back({depth_ + 1, fmt::format("for {} in {}:", term, terms)});
  lines_.push_back({depth_ + 2, fmt::format("{0} = {0} {1} {2}", sum.name,
                                            sum.value.text, term)});
}

}  // namespace ppp::rewrite

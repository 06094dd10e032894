// SPDX-License-Identifier: Apache-2.0
// What is asked of the arrays of a kernel, and how they get new items.
#include <algorithm>
#include <string_view>

#include "rewrite/kernel_lines.h"

namespace ppp::rewrite {

using advisor::KernelInput;
using advisor::KernelStep;
using advisor::NumberType;

bool KernelLines::is_array(const std::string& name) const {
  return std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                     [&](const KernelInput& one) {
                       return one.name == name &&
                              one.kind == KernelInput::Kind::kArray;
                     });
}

bool KernelLines::keeps_in_arrays() const {
  return std::any_of(changed_.begin(), changed_.end(),
                     [&](const std::string& name) { return is_array(name); });
}

/// That its numbers, or truth values, are not of that type.
std::string types_of(NumberType type) {
  if (type == NumberType::kFlag) return "!= \"bool\"";
  if (type == NumberType::kText) return "not in (\"object\", \"str\")";
  return "not in (\"int64\", \"float64\")";
}

namespace {

// Of other integers, too, a comparison is what it is of two numbers, and in a
// scalar of NumPy nothing else is: `pixel + 1` may not fit in a byte.
constexpr std::string_view kWholeTypes =
    "not in (\"int64\", \"float64\", \"uint8\", \"int8\", \"uint16\", "
    "\"int16\", \"uint32\", \"int32\")";

bool compares(const advisor::KernelExpr& value) {
  static constexpr std::string_view kCompare = "<=>=!=";
  return value.kind == advisor::KernelExpr::Kind::kOperation &&
         value.parts.size() == 2 &&
         kCompare.find(value.text) != std::string_view::npos;
}

}  // namespace

/// `pixel` of `pixel > limit`, where `limit` is no float of Python: which type
/// NumPy compares such in differs between its versions.
bool KernelLines::only_compared(const advisor::KernelExpr& read,
                                const advisor::KernelExpr& with) {
  using Kind = advisor::KernelExpr::Kind;
  if (read.kind != Kind::kRead || !is_array(read.text)) return false;
  if (with.type == NumberType::kInteger) return true;
  if (with.kind == Kind::kRead && is_array(with.text)) return true;
  const bool scalar = with.kind == Kind::kName && with.axes == 0 &&
                      with.type == NumberType::kNumber &&
                      std::any_of(kernel_.inputs.begin(), kernel_.inputs.end(),
                                  [&](const KernelInput& one) {
                                    return one.name == with.text;
                                  });
  if (scalar) compared_with_[read.text].insert(with.text);
  return scalar;
}

void KernelLines::note_uses(const advisor::KernelExpr& value) {
  using Kind = advisor::KernelExpr::Kind;
  const bool both = compares(value);
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    const advisor::KernelExpr& part = value.parts[i];
    if (both && only_compared(part, value.parts[1 - i])) {
      for (const advisor::KernelExpr& at : part.parts) note_uses(at);
    } else {
      note_uses(part);
    }
  }
  if (value.kind == Kind::kRead) computed_.insert(value.text);
}

void KernelLines::note_uses(const std::vector<KernelStep>& steps) {
  for (const KernelStep& step : steps) {
    const bool computes = step.kind == KernelStep::Kind::kTally ||
                          (step.kind == KernelStep::Kind::kStore &&
                           step.value.type != NumberType::kInteger);
    if (computes) computed_.insert(step.name);
    if (step.kind == KernelStep::Kind::kLoop && step.loop.axis < 0) {
      computed_.insert(step.loop.lists.begin(), step.loop.lists.end());
    }
    if (step.kind != KernelStep::Kind::kRow) note_uses(step.value);
    const bool tally = step.kind == KernelStep::Kind::kTally;
    for (const advisor::KernelExpr& at : step.at) {
      if (tally && at.kind == advisor::KernelExpr::Kind::kRead) {
        for (const advisor::KernelExpr& part : at.parts) note_uses(part);
      } else {
        note_uses(at);
      }
    }
    note_uses(step.body);
    note_uses(step.otherwise);
  }
}

// Before anything else is done with what may be no array at all, or no number.
void KernelLines::ask_arrays() {
  if (!kernel_.of_arrays()) return;
  note_uses(kernel_.steps);
  Words asked, mapped;
  // Two maps of one file share it, which their addresses do not tell.
  const bool may_be_mapped = mapped_ && !keeps_in_arrays();
  for (const KernelInput& one : kernel_.inputs) {
    const bool folded = std::find(result_.folded.begin(), result_.folded.end(),
                                  one.name) != result_.folded.end();
    if (one.kind == KernelInput::Kind::kScalar && one.asked && !folded &&
        one.type != NumberType::kNumber) {
      asked.push_back(fmt::format("type({}) is not {}", one.name,
                                  one.type == NumberType::kInteger ? "int"
                                  : one.type == NumberType::kFloat ? "float"
                                                                   : "bool"));
    }
    if (one.kind != KernelInput::Kind::kArray) continue;
    if (may_be_mapped) mapped.push_back(one.name);
    asked.push_back(fmt::format(
        fmt::runtime(may_be_mapped
                         ? "type({0}) not in ({1}.ndarray, {1}.memmap)"
                         : "type({0}) is not {1}.ndarray"),
        one.name, np_));
    asked.push_back(fmt::format("{}.ndim != {}", one.name, one.array_axes));
    const bool whole =
        one.type == NumberType::kNumber && !computed_.contains(one.name);
    asked.push_back(one.name + ".dtype " +
                    (whole ? std::string(kWholeTypes) : types_of(one.type)));
    if (whole) {
      for (const std::string& scalar : compared_with_[one.name]) {
        asked.push_back(fmt::format(
            "{}.dtype not in (\"int64\", \"float64\") and type({}) is not int",
            one.name, scalar));
      }
    }
    if (one.array_axes > 1) asked.push_back("len(" + one.name + ") == 0");
    if (!changed_.contains(one.name)) continue;
    asked.push_back(
        fmt::format("not {0}.flags.writeable or not {0}.flags.forc", one.name));
  }
  refuse_any(asked);
  for (const std::string& name : mapped) {
    line(fmt::format("{0} = {1}.asarray({0})", name, np_));
  }
}

// Where it holds integers they must be small.
void KernelLines::ask_whole(const KernelInput& array) {
  need_early(
      fmt::format("{0}.dtype == \"int64\" and not -2**{1} <= "
                  "{0}.min(initial=0) <= {0}.max(initial=0) <= 2**{1}",
                  array.name, kernel_.bits));
}

/// "any(one.dtype == "int64" for one in (a, b)) and "
std::string KernelLines::if_whole() {
  std::string arrays;
  for (const KernelInput& one : kernel_.inputs) {
    if (one.kind != KernelInput::Kind::kArray || !one.read) continue;
    arrays += (arrays.empty() ? "" : ", ") + one.name + ".dtype";
  }
  return fmt::format("\"int64\" in ({},) and ", arrays);
}

// Ints go into floats if they are exact there, not the other way.
void KernelLines::need_type_of(const std::string& array,
                               const std::string& values) {
  refuse_if(
      fmt::format("{0}.dtype != {1}.dtype and ({1}.dtype == \"int64\" or "
                  "{2}.any({2}.abs({0}) > 2**53))",
                  values, array, np_));
  if (computed_.contains(array)) return;  // it is of one of these types
  if (input(array).type != NumberType::kNumber) return;
  refuse_if(
      fmt::format("{1}.dtype not in ({0}.dtype, \"float64\") and "
                  "({0}.dtype != \"int64\" or {0}.min(initial=0) < "
                  "{2}.iinfo({1}.dtype).min or {0}.max(initial=0) > "
                  "{2}.iinfo({1}.dtype).max)",
                  values, array, np_));
}

// In the types that hold large numbers there is.
void KernelLines::need_room_for(const std::string& array,
                                const Choice& choice) {
  if (input(array).type != NumberType::kNumber || computed_.contains(array)) {
    return;
  }
  refuse_if(fmt::format(
      "{0}.dtype.kind in \"iu\" and not {1}.iinfo({0}.dtype).min <= {2} <= {3} "
      "<= {1}.iinfo({0}.dtype).max",
      array, np_, choice.least, choice.most));
}

}  // namespace ppp::rewrite

// SPDX-License-Identifier: Apache-2.0
// What is asked of the arrays of a kernel, and how they get new items.
#include <algorithm>

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

// Before anything else is done with what may be no array at all, or no number.
void KernelLines::ask_arrays() {
  if (!kernel_.of_arrays()) return;
  Words asked;
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
    asked.push_back(fmt::format("type({}) is not {}.ndarray", one.name, np_));
    asked.push_back(fmt::format("{}.ndim != {}", one.name, one.array_axes));
    asked.push_back(one.name + ".dtype " + types_of(one.type));
    if (one.array_axes > 1) asked.push_back("len(" + one.name + ") == 0");
    if (!changed_.contains(one.name)) continue;
    asked.push_back(
        fmt::format("not {0}.flags.writeable or not {0}.flags.forc", one.name));
  }
  refuse_any(asked);
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
}

}  // namespace ppp::rewrite

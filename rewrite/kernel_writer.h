// SPDX-License-Identifier: Apache-2.0
// A Kernel as a function of NumPy.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/array_work.h"
#include "rewrite/helper_text.h"

namespace ppp::rewrite {

struct KernelText {
  std::vector<HelperLine> lines;
  std::vector<std::string> parameters;
  /// It may find that arrays would not do the same: then it has changed
  /// nothing, and gives False, or None in place of a list or values.
  bool may_refuse = false;
  std::vector<std::string> folded;  ///< variables whose new values it gives
  std::vector<std::string> given;   ///< on arrays: the lists that it gives
  int operations = 0;       ///< of arrays, in a turn of the innermost loop
  bool sums_turns = false;  ///< of loops that stay otherwise, at once
  int conversions = 0;      ///< between lists and arrays
  ArrayWork work;
  double steady_ways = 0;        ///< of `work.ways`: in the first of some calls
  bool keeps = false;            ///< it has the parameter that keeps arrays
  std::set<std::string> arrays;  ///< inputs that are computed with as arrays
  std::set<std::string> listed;  ///< and lists that are read item by item
};

/// Lines of a long assignment, broken in front of operators.
std::vector<HelperLine> wrapped(const HelperLine& line);

/// `name`: of the function; `loop`: "a loop of main()"; `numpy`, `pandas`: the
/// modules, the latter only where the kernel has a frame.
/// `taken`: names that it must not use for its own variables. `mapped`: arrays
/// that are only read may be a file's memory, np.memmap.
/// `kept`: a list that is a further parameter, empty at first, in which it
/// keeps the arrays made of `steady` inputs, if it makes any.
KernelText kernel_text(const advisor::Kernel& kernel, const std::string& name,
                       const std::string& loop, const std::string& numpy,
                       const std::string& pandas,
                       const std::set<std::string>& taken, bool mapped = false,
                       const std::string& kept = "",
                       const std::set<std::string>& steady = {});

/// The same for a kernel that does nothing but store, or fill new lists, or
/// fold, given arrays in place of `arrays`, which are no parts of each other;
/// those of rows have two axes, and a row. New lists are its value, as arrays,
/// perhaps parts of those that it is given. `small`: arrays of integers that
/// are known not to be too large for `kernel.bits`.
KernelText array_text(const advisor::Kernel& kernel, const std::string& name,
                      const std::string& loop, const std::string& numpy,
                      const std::set<std::string>& taken,
                      const std::set<std::string>& small = {});

}  // namespace ppp::rewrite

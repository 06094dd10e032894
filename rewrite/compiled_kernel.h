// SPDX-License-Identifier: Apache-2.0
// A Kernel in order as a function for Numba, and one that calls it.

#pragma once

#include <set>
#include <string>
#include <vector>

#include "advisor/kernel.h"
#include "rewrite/helper_text.h"
#include "rewrite/kernel_writer.h"

namespace ppp::rewrite {

/// What the functions are called by, each a name or an expression.
struct CompiledNames {
  std::string call;  ///< converts, calls the loop, gives back
  std::string loop;  ///< the compiled one
  std::string numpy, numba, math;  ///< the modules
  // Of the module, for all loops:
  std::string compiled;  ///< the decorator
  std::string integers;  ///< list to array
  std::string fitting, exact, product, shifted, halved, less, more, root, whole,
      finite, power;
};

struct CompiledText {
  std::vector<HelperLine> loop;
  KernelText call;
  std::set<std::string> helpers;  ///< of CompiledNames, that it uses
  bool needs_numpy = false;
  bool needs_math = false;
};

/// `of`: "a loop of main()".
CompiledText compiled_text(const advisor::Kernel& kernel,
                           const CompiledNames& names, const std::string& of);

/// The definitions of the helpers that are used, each by itself. `keep`: on
/// disk.
std::vector<std::vector<HelperLine>> compiled_helpers(
    const CompiledNames& names, bool keep, const std::set<std::string>& used);

}  // namespace ppp::rewrite

// SPDX-License-Identifier: Apache-2.0
// The functions of the module that compiled loops need.
#include <fmt/format.h>

#include "rewrite/compiled_kernel.h"

namespace ppp::rewrite {
namespace {

using Lines = std::vector<HelperLine>;

Lines compiled_helper(const CompiledNames& names, bool keep) {
  const std::string& numba = names.numba;
  Lines lines = {
      {0, fmt::format("def {}(function):", names.compiled)},
      {1, fmt::format("\"\"\"By Numba{}; None where that is turned "
                      "off.\"\"\"",
                      keep ? ", kept on disk if it can be" : "")},
      {1, fmt::format("if {0}.config.DISABLE_JIT or {0}.config.BOUNDSCHECK == "
                      "0:",
                      numba)},
      {2, "return None"}};
  const int depth = keep ? 2 : 1;
  if (keep) {
    lines.push_back({1, "try:"});
    lines.push_back(
        {2,
         fmt::format("return {}.njit(cache=True, boundscheck=True)(function)",
                     numba)});
    lines.push_back({1, "except RuntimeError:  # no folder to keep it in"});
  }
  lines.push_back(
      {depth,
       fmt::format("return {}.njit(boundscheck=True)(function)", numba)});
  return lines;
}

Lines integers_helper(const CompiledNames& names) {
  return {{0, fmt::format("def {}(numbers):", names.integers)},
          {1,
           "\"\"\"As an array, if none is too large to be computed "
           "with.\"\"\""},
          {1, "try:  # bytes are three times as quick"},
          {2, fmt::format("return {0}.frombuffer(bytes(numbers), "
                          "dtype={0}.uint8).astype(int)",
                          names.numpy)},
          {1, "except (TypeError, ValueError):"},
          {2, fmt::format("array = {}.array(numbers, dtype=int)", names.numpy)},
          {1,
           "if array.min(initial=0) < -(2**53) or array.max(initial=0) > "
           "2**53:"},
          {2, "raise OverflowError"},
          {1, "return array"}};
}

/// `head`: "fitting(number)".
Lines checking(const CompiledNames& names, const std::string& head,
               const char* says, const std::string& condition,
               const char* error, const std::string& result) {
  Lines lines = {{0, "@" + names.compiled},
                 {0, "def " + head + ":"},
                 {1, fmt::format("\"\"\"{}\"\"\"", says)}};
  if (!condition.empty()) {
    lines.push_back({1, "if " + condition + ":"});
    lines.push_back({2, std::string("raise ") + error});
  }
  lines.push_back({1, "return " + result});
  return lines;
}

Lines power_helper(const CompiledNames& names) {
  return {{0, "@" + names.compiled},
          {0, fmt::format("def {}(number, times):", names.power)},
          {1, "\"\"\"number ** times, if it is not too large.\"\"\""},
          {1, "power = 1"},
          {1, "for _ in range(times):"},
          {2, "if abs(float(power) * float(number)) > 3e18:"},
          {3, "raise OverflowError"},
          {2, "power *= number"},
          {1, "return power"}};
}

}  // namespace

std::vector<std::vector<HelperLine>> compiled_helpers(
    const CompiledNames& names, bool keep, const std::set<std::string>& used) {
  std::vector<Lines> all = {compiled_helper(names, keep)};
  auto add = [&](const std::string& name, Lines lines) {
    if (used.contains(name)) all.push_back(std::move(lines));
  };
  const std::string wide = "abs(number) > 3 * 10**18";
  add(names.integers, integers_helper(names));
  add(names.fitting,
      checking(names, names.fitting + "(number)",
               "The number, if sums of two such fit into 64 bits.", wide,
               "OverflowError", "number"));
  add(names.exact, checking(names, names.exact + "(number)",
                            "The number, if a float holds it exactly.",
                            "abs(number) > 2**53", "OverflowError", "number"));
  add(names.product,
      checking(names, names.product + "(a, b)",
               "a * b, if it is not too large.",
               "abs(float(a) * float(b)) > 3e18", "OverflowError", "a * b"));
  add(names.shifted, checking(names, names.shifted + "(number, by)",
                              "number << by, if it is not too large.",
                              "by < 0 or by > 60 or abs(number) > 2**60 >> by",
                              "OverflowError", "number << by"));
  add(names.halved,
      checking(names, names.halved + "(number, by)", "number >> by.", "by < 0",
               "ValueError", "number >> min(by, 63)"));
  add(names.less, checking(names, names.less + "(a, b)", "Python's min().", "",
                           "", "b if b < a else a"));
  add(names.more, checking(names, names.more + "(a, b)", "Python's max().", "",
                           "", "b if b > a else a"));
  add(names.root, checking(names, names.root + "(number)",
                           "Its square root, if it has one.", "number < 0",
                           "ValueError", names.numpy + ".sqrt(number)"));
  add(names.finite, checking(names, names.finite + "(number)",
                             "The number, if it is one: Python raises instead.",
                             "not abs(number) <= 1.7976931348623157e308",
                             "ValueError", "number"));
  add(names.power, power_helper(names));
  add(names.whole, checking(names, names.whole + "(number)",
                            "int(number), if it is not too large.",
                            "not abs(number) <= 3 * 10**18", "OverflowError",
                            "int(number)"));
  return all;
}

}  // namespace ppp::rewrite

// SPDX-License-Identifier: Apache-2.0
// numba
//
//   before   for i in range(1, n): xs[i] = 0.5 * xs[i - 1] + xs[i]
//   after    if not xs_by_numba(xs, n):
//                for i in range(1, n): xs[i] = 0.5 * xs[i - 1] + xs[i]
//
// For loops that are arithmetic on numbers, to the last statement, in their
// order (the plan's ordered kernel): recurrences, tables of dynamic
// programming, while loops. A new function of the loop's statements is compiled
// by Numba and works on copies, as arrays; integers are checked to stay within
// 64 bits. Where it fails, for whatever reason, nothing has been changed and
// the loop, which stays, runs. Else lists and numbers of Python get what it
// computed. Sound when the kernel is (the plan's proof). Hence kChecked.

#include <algorithm>
#include <array>

#include "advisor/log_set_up.h"
#include "rewrite/compiled_kernel.h"
#include "rewrite/kernel_rewrite.h"
#include "rewrite/package_imports.h"
#include "rewrite/transforms.h"

namespace ppp::rewrite {
namespace {

using advisor::Kernel;
using advisor::KernelInput;
using advisor::KernelStep;

// Seconds: to import Numba where it cannot be measured; to compile a loop, and
// each operation in it; of a call; of an operation when compiled and, at
// least, in Python; of a number's way from a list to an array or back.
constexpr double kImport = 0.5;
constexpr double kCompile = 0.2;
constexpr double kCompileOperation = 0.02;
constexpr double kCall = 20e-6;
constexpr double kCompiledOperation = 2e-9;
constexpr double kInterpreted = 30e-9;
constexpr double kWay = 25e-9;

constexpr auto kLooks = std::to_array<std::string_view>(
    {"listdir", "scandir", "walk", "glob", "iterdir", "subprocess", "system",
     "popen"});

/// The program may see files that Numba keeps beside it.
bool looks_at_folders(const advisor::Project& project) {
  return std::any_of(
      project.files.begin(), project.files.end(), [](const auto& file) {
        return std::any_of(kLooks.begin(), kLooks.end(),
                           [&](std::string_view word) {
                             return file.text().find(word) != std::string::npos;
                           });
      });
}

/// What Numba logs of its work, at DEBUG, may be shown.
bool shows_compilation(const advisor::Project& project) {
  const bool logs = std::any_of(
      project.files.begin(), project.files.end(), [](const auto& file) {
        return file.text().find("logging") != std::string::npos;
      });
  return logs && (advisor::odd_set_up(project) ||
                  advisor::low_level(project, advisor::kLogInfo));
}

int nesting(const std::vector<KernelStep>& steps) {
  int most = 0;
  for (const KernelStep& step : steps) {
    const bool loop = step.kind == KernelStep::Kind::kLoop ||
                      step.kind == KernelStep::Kind::kWhile;
    most = std::max(
        {most, nesting(step.body) + (loop ? 1 : 0), nesting(step.otherwise)});
  }
  return most;
}

CompiledNames names_for(const Request& request, const Kernel& kernel) {
  CompiledNames names;
  names.call = kernel_name(request, kernel, "numba");
  names.loop = request.names.fresh({names.call + "_loop"});
  names.compiled = request.names.local({"compiled"});
  names.integers = request.names.local({"integers"});
  names.fitting = request.names.local({"fitting"});
  names.exact = request.names.local({"exact"});
  names.product = request.names.local({"product_of"});
  names.shifted = request.names.local({"shifted_left"});
  names.halved = request.names.local({"shifted_right"});
  names.less = request.names.local({"lesser"});
  names.more = request.names.local({"greater"});
  names.root = request.names.local({"square_root"});
  names.whole = request.names.local({"whole"});
  names.finite = request.names.local({"finite"});
  names.power = request.names.local({"power_of"});
  return names;
}

double predicted(const advisor::Candidate& candidate, int operations,
                 int conversions, const RewriteOptions& options) {
  const advisor::HotLoop& loop = candidate.loop;
  const double before = loop.cost.wall_s * options.ran_share;
  if (before <= 0) return 10;  // nothing was measured
  const Kernel& kernel = *candidate.ordered_kernel;
  const double entries = std::max(1.0, loop.entries);
  const double lanes =
      std::max<double>(1, static_cast<double>(loop.iterations));
  const double done = before / kInterpreted;
  // Numbers of a list: as many as there are innermost turns, but not again for
  // each turn of a loop around all of them.
  const bool rows = std::any_of(
      kernel.inputs.begin(), kernel.inputs.end(),
      [](const auto& input) { return input.kind == KernelInput::Kind::kRows; });
  const bool again = nesting(kernel.steps) > (rows ? 2 : 1);
  const double numbers =
      done / entries / std::max(1, operations) / (again ? lanes : 1);
  const double after = numba_start_s(options, kImport) + kCompile +
                       operations * kCompileOperation + entries * kCall +
                       done * kCompiledOperation +
                       entries * numbers * conversions * kWay;
  return before / after;
}

std::string compiler_would_bring(const Request& request,
                                 const CompiledText& text) {
  return would_bring("compiled,",
                     predicted(request.candidate, text.call.operations,
                               text.call.conversions, request.options),
                     "Numba", "numba");
}

}  // namespace

Proposal numba(const Request& request) {
  const advisor::Candidate& candidate = request.candidate;
  if (!candidate.ordered_kernel) {
    if (!candidate.ordered_obstacles.empty()) {
      return candidate.ordered_obstacles.front();
    }
    return refusal(request, "not-arithmetic",
                   "the loop is not arithmetic on numbers");
  }
  for (const advisor::SourceFile& file : request.project.files) {
    if (file.text().find("numba") == std::string::npos) continue;
    return refusal(request, "uses-numba",
                   "the program uses Numba itself: its loops may be compiled");
  }
  if (shows_compilation(request.project)) {
    return refusal(request, "logs-compilation",
                   "Numba logs what it compiles at the level DEBUG, and the "
                   "program may show records of that level");
  }
  const Kernel& kernel = *candidate.ordered_kernel;
  CompiledNames names = names_for(request, kernel);
  const std::string of = place_of(candidate.loop);
  CompiledText text = compiled_text(kernel, names, of);
  if (!request.options.numba_import_s) {
    return refusal(request, "needs-numba", compiler_would_bring(request, text));
  }
  names.numba = request.imports.module("numba");
  if (text.needs_numpy) {
    names.numpy = request.imports.module_as("numpy", "np");
  }
  if (text.needs_math) names.math = request.imports.module("math");
  text = compiled_text(kernel, names, of);
  const bool keep = !looks_at_folders(request.project);
  std::vector<HelperLine> all = text.loop;
  Rewrite rewrite;
  rewrite.safety = Safety::kChecked;
  for (const auto& helper : compiled_helpers(names, keep, text.helpers)) {
    all.insert(all.end(), helper.begin(), helper.end());
    rewrite.definitions.push_back(
        {place_of_helpers(request), definition_text(request, helper)});
  }
  all.insert(all.end(), text.call.lines.begin(), text.call.lines.end());
  if (auto refused =
          refuse_names(request, all, {names.numpy, names.numba, names.math})) {
    return *refused;
  }
  rewrite.definitions.push_back(
      {place_of_kernel(request), definition_text(request, text.loop)});
  put_kernel(request, names.call, text.call, rewrite);
  rewrite.summary = "compiled by Numba";
  rewrite.array_operations = text.call.operations;
  rewrite.array_conversions = text.call.conversions;
  return rewrite;
}

// What an operation costs compiled, beside what it was measured to cost.
double numba_loop_speedup(const advisor::Candidate& candidate,
                          const Rewrite& rewrite,
                          const RewriteOptions& options) {
  return predicted(candidate, rewrite.array_operations,
                   rewrite.array_conversions, options);
}

}  // namespace ppp::rewrite

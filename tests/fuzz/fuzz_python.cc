// SPDX-License-Identifier: Apache-2.0
// Any bytes as a Python source: parsed, scoped, followed for clock values and
// advised on, without a crash. Every loop ends as a candidate or a decline with
// reasons.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "advisor/advise.h"
#include "advisor/clock.h"
#include "advisor/plan_json.h"
#include "advisor/scopes.h"
#include "base/check.h"

namespace {

using namespace ppp;

bool opens_scope(advisor::Node node) {
  return node.is("module") || node.is("function_definition") ||
         node.is("class_definition") || node.is("lambda") ||
         advisor::is_comprehension(node);
}

profiler::Profile empty_profile() {
  profiler::Profile profile;
  profile.command = {"main.py"};
  profile.wall_s = 1;
  return profile;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  advisor::Project project;
  project.files.push_back(
      advisor::SourceFile::parse("main.py", "/p/main.py", "__main__", text));
  advisor::walk(project.files[0].root(), [](advisor::Node node) {
    if (opens_scope(node)) advisor::scope_names(node);
    return true;
  });
  advisor::ClockUse clock = advisor::clock_use(project);
  for (const advisor::ClockOutput& output : clock.outputs) {
    PPP_CHECK(output.literals.size() == output.clock_holes.size() + 1);
  }
  PPP_CHECK(clock.reads_clock || (!clock.steers && clock.outputs.empty()));

  advisor::AdviseOptions options;
  options.every_loop = true;
  Result<advisor::Plan> plan =
      advisor::advise(empty_profile(), project, options);
  if (!plan.ok()) return 0;
  for (const advisor::Decline& decline : plan->declines) {
    PPP_CHECK(!decline.reasons.empty());
  }
  PPP_CHECK(advisor::plan_from_json(advisor::plan_to_json(plan.value())).ok());
  return 0;
}

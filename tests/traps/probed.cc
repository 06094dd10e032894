// SPDX-License-Identifier: Apache-2.0
#include "tests/traps/probed.h"

#include "advisor/probe.h"
#include "harness/side_channel.h"

namespace ppp::traps {
namespace {

using advisor::Candidate;
using advisor::Plan;

/// The plan of one loop, after a run of its instrumented copy; no loop at all
/// if the program ended before it was reached.
Plan probed(const Trap& trap, const std::string& python, Arena& arena,
            const advisor::Project& project, const Candidate& candidate) {
  advisor::ProbeLimits limits;
  limits.seconds = 20;
  limits.window_s = 2;
  limits.enough = advisor::kLeastTested;
  arena.reset({});
  for (const auto& [path, text] :
       advisor::instrument(project, {&candidate}, limits)) {
    must(write_file(path, text), "copy");
  }
  auto channel = must(harness::SideChannel::create(), "channel");
  const Command command = channel.attached_to(
      arena.command_for(python, trap.inputs[0]), advisor::kProbeVariable);
  must(run_to_end(system_processes(), command, kTimeout), python);
  auto facts =
      advisor::read_facts(must(channel.text(), "facts"), project, {&candidate});
  if (!facts.ok()) return {};
  Plan plan;
  if (candidate.assumptions.empty()) {
    plan.candidates.push_back(candidate);
  } else {
    plan.declines.push_back({candidate.loop, {{}}, candidate});
  }
  return advisor::with_facts(std::move(plan), *facts, true);
}

}  // namespace

bool probe_holds(const Trap& trap, const std::string& python,
                 std::string& log) {
  Arena arena(trap);
  arena.reset({});
  const advisor::Project project =
      must(advisor::load_project("before.py", arena.place()), "load");
  const Plan plan =
      must(advisor::advise({}, project, {.min_share = 0, .every_loop = true}),
           "advise");
  bool good = true;
  std::string said;
  for (const Candidate* one : advisor::probe_subjects(plan, true)) {
    const Plan after = probed(trap, python, arena, project, *one);
    const bool passes = !after.candidates.empty();
    if (!passes && after.declines.empty()) continue;
    const std::string verdict =
        passes ? "passes" : after.declines[0].reasons.at(0).message;
    log += fmt::format("probed {}:{}: {}\n", one->loop.span.file,
                       one->loop.span.line, verdict);
    if (!one->assumptions.empty()) {
      said += verdict + "\n";
    } else if (!passes) {
      good = false;
      log += "FAIL: the probe refutes what was proved\n";
    }
  }
  if (said.find(trap.probe) != std::string::npos) return good;
  log += "FAIL: the probe should say: " + trap.probe + "\n";
  return false;
}

}  // namespace ppp::traps

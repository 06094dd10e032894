// SPDX-License-Identifier: Apache-2.0
#include "cli/choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "harness/report/report.h"

namespace ppp::cli {
namespace {

/// The loop of `other` is one of those that `option` computes together.
bool computes(const rewrite::Option& option, const rewrite::Option& other) {
  return std::find(option.together.begin(), option.together.end(),
                   other.candidate) != option.together.end();
}

/// A call that is a loop and runs in other loops: how often it is begun was not
/// counted, and a pool each time may cost far more than predicted.
bool uncounted(const advisor::HotLoop& loop) {
  const bool call = loop.kind == advisor::LoopKind::kMapCall ||
                    loop.kind == advisor::LoopKind::kKeyCall;
  return call && !loop.inside.empty();
}

/// Beside `chosen`, whose packages are imported anyway, in a program that runs
/// `speedup` times as fast as the original: a small loop weighs more where
/// large ones have become quick.
double predicted_gain(std::span<const rewrite::Option> chosen,
                      const rewrite::Option& option, double speedup) {
  double after = 1 / option.predicted_speedup;
  for (const auto& [package, share] : option.imports) {
    const bool anyway = std::any_of(
        chosen.begin(), chosen.end(),
        [&](const auto& other) { return other.imports.contains(package); });
    if (anyway) after -= share;
  }
  const double left = 1 / speedup;
  const double saved = 1 - after;
  return saved < left ? left / (left - saved) : 1 / after;
}

const advisor::HotLoop& loop_of(const advisor::Plan& plan,
                                const rewrite::Option& option) {
  return plan.candidates[option.candidate].loop;
}

/// Arrays or compiled code for an inner loop, and something fits a loop around
/// it: only one of both can be kept.
bool competes_with_workers(const advisor::Plan& plan,
                           const rewrite::Option& option,
                           const std::vector<rewrite::Option>& all) {
  if (option.refused || !rewrite::without_workers(option.strategy)) {
    return false;
  }
  return std::any_of(all.begin(), all.end(), [&](const rewrite::Option& other) {
    return !other.refused &&
           runs_inside(loop_of(plan, option), loop_of(plan, other));
  });
}

}  // namespace

bool runs_inside(const advisor::HotLoop& loop, const advisor::HotLoop& other) {
  return std::find(loop.inside.begin(), loop.inside.end(), other.span) !=
         loop.inside.end();
}

std::vector<rewrite::Option> options_to_try(
    const advisor::Plan& plan, const advisor::Project& project,
    std::vector<rewrite::Option> options) {
  std::stable_partition(options.begin(), options.end(),
                        [&](const rewrite::Option& one) {
                          return !uncounted(loop_of(plan, one));
                        });
  std::vector<rewrite::Option> inner_first = options;
  std::stable_partition(inner_first.begin(), inner_first.end(),
                        [&](const rewrite::Option& one) {
                          return competes_with_workers(plan, one, options);
                        });
  auto promised = [&](const std::vector<rewrite::Option>& all) {
    return predicted_speedup(going_together(plan, project, all));
  };
  return promised(inner_first) > promised(options) ? inner_first : options;
}

std::optional<std::string> ruled_out(const advisor::Plan& plan,
                                     const advisor::Project& project,
                                     const std::vector<rewrite::Option>& chosen,
                                     const rewrite::Option& option,
                                     double speedup) {
  if (option.refused) return option.refused->message;
  const advisor::HotLoop& loop = loop_of(plan, option);
  for (const rewrite::Option& kept : chosen) {
    const advisor::HotLoop& other = loop_of(plan, kept);
    if (kept.candidate == option.candidate) {
      return kept.strategy + " was accepted";
    }
    if (computes(kept, option) || computes(option, kept)) {
      return "computed with the loop at " + harness::place(other.span);
    }
    if (kept.whole_program || option.whole_program) {
      return "does not fit beside " + kept.strategy + " on the loop at " +
             harness::place(other.span) +
             ": making a program asynchronous changes more than the loop";
    }
    if (runs_inside(loop, other)) {
      return "inside the loop at " + harness::place(other.span) +
             ", which now runs in parallel";
    }
    if (runs_inside(other, loop)) {
      return "around the loop at " + harness::place(other.span) +
             ", which now runs in parallel";
    }
    if (rewrite::collide(plan, project, kept, option)) {
      return "in one statement with the loop at " + harness::place(other.span) +
             ", which now runs in parallel";
    }
  }
  double gain = predicted_gain(chosen, option, speedup);
  if (gain < kWorthTrying && !rewrite::saves_memory(option.strategy)) {
    return fmt::format("would make the whole program {:.2f}× as fast at best",
                       gain);
  }
  return std::nullopt;
}

std::vector<rewrite::Option> going_together(
    const advisor::Plan& plan, const advisor::Project& project,
    const std::vector<rewrite::Option>& options) {
  std::vector<rewrite::Option> chosen;
  for (const rewrite::Option& option : options) {
    const double speedup = predicted_speedup(chosen);
    if (!ruled_out(plan, project, chosen, option, speedup)) {
      chosen.push_back(option);
    }
  }
  return chosen;
}

double predicted_speedup(const std::vector<rewrite::Option>& chosen) {
  double speedup = 1;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    speedup *= predicted_gain(std::span(chosen).first(i), chosen[i], speedup);
  }
  return speedup;
}

}  // namespace ppp::cli

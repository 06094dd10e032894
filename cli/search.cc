// SPDX-License-Identifier: Apache-2.0
#include "cli/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/choice.h"

namespace ppp::cli {
namespace {

using harness::Proposal;
using harness::Verdict;

harness::Overrides overrides_of(const rewrite::Patch& patch) {
  harness::Overrides files;
  for (const rewrite::FilePatch& file : patch.files) {
    files.emplace_back(file.path, file.after);
  }
  return files;
}

class Search {
 public:
  explicit Search(const SearchInput& input) : in_(input) {
    found_.proposals.resize(in_.plan.candidates.size());
    options_ = options_to_try(
        in_.plan, in_.project,
        in_.stages.options(in_.plan, in_.project, in_.request.rewrite));
  }

  Result<Found> run() {
    Status tried = try_together();
    if (!tried.ok()) return tried.error();
    for (std::size_t i = 0; i < options_.size() && !found_.unverifiable; ++i) {
      const rewrite::Option& option = options_[i];
      auto proposal = consider(option, i);
      if (!proposal.ok()) return proposal.error();
      found_.proposals[option.candidate].push_back(std::move(*proposal));
    }
    while (!found_.unverifiable && !found_.chosen.empty() && !confirmed_) {
      Status done = confirm();
      if (!done.ok()) return done.error();
    }
    if (confirmed_ && found_.chosen.size() == 1) {
      Status done = calibrate();
      if (!done.ok()) return done.error();
    }
    return std::move(found_);
  }

 private:
  const advisor::HotLoop& loop(const rewrite::Option& option) const {
    return in_.plan.candidates[option.candidate].loop;
  }

  bool is_chosen(const rewrite::Option& option) const {
    return std::find(found_.chosen.begin(), found_.chosen.end(), option) !=
           found_.chosen.end();
  }

  /// Facts that rule a proposal out without running it, beside `chosen` in a
  /// program that runs `speedup` times as fast as the original.
  std::optional<std::string> skip(const std::vector<rewrite::Option>& chosen,
                                  const rewrite::Option& option,
                                  double speedup) const {
    return ruled_out(in_.plan, in_.project, chosen, option, speedup);
  }

  static constexpr double kReserve = 1.15;

  /// All of `options` one after the other, and the whole in full.
  bool time_for_steps(const std::vector<rewrite::Option>& options) const {
    const double before = in_.baseline.profile().wall_s;
    std::vector<rewrite::Option> chosen;
    double after = before;
    double steps = 0;
    for (const rewrite::Option& option : options) {
      chosen.push_back(option);
      after = before / predicted_speedup(chosen);
      steps += after;
    }
    return in_.baseline.budget_left_s() >
           kReserve * (steps + 2 * (before + after));
  }

  /// What was kept has yet to be verified in full, in two more pairs.
  bool time_for_another() const {
    const Verdict& kept = found_.verdict;
    if (found_.chosen.empty() || kept.before_s.empty()) return true;
    double before = kept.before_s.back();
    double after = kept.after_s.back();
    double first = in_.baseline.profile().wall_s;
    // How unsteady the machine is.
    double noise = first > 0 ? std::max(first / before, before / first) : 1;
    double needed = kReserve * noise * (2 * (before + after) + after);
    return in_.baseline.budget_left_s() > needed;
  }

  double speedup_so_far() const {
    return found_.chosen.empty() ? 1
                                 : std::max(1.0, found_.verdict.speedup.median);
  }

  /// Is nothing else to be tried if the proposal at `index` is accepted?
  bool last_chance(std::size_t index) const {
    const rewrite::Option& now = options_[index];
    double speedup = std::max(1.0, now.predicted_speedup);
    std::vector<rewrite::Option> kept = found_.chosen;
    kept.push_back(now);
    for (std::size_t i = index + 1; i < options_.size(); ++i) {
      if (!skip(kept, options_[i], speedup)) return false;
    }
    return true;
  }

  /// All that promise a gain at once, where the time does not last for steps
  /// or each does the same work in less time: arrays and compiled code. Where
  /// that fails steps may find what can be kept.
  Status try_together() {
    const std::vector<rewrite::Option> all =
        going_together(in_.plan, in_.project, options_);
    const bool quick =
        std::all_of(all.begin(), all.end(), [](const rewrite::Option& one) {
          return rewrite::without_workers(one.strategy);
        });
    if (all.size() < 2 || (!quick && time_for_steps(all))) return Done{};
    Proposal whole;
    auto patch = patch_of(all, whole);
    if (!patch.ok()) return patch.error();
    if (!*patch) return Done{};
    in_.request.progress(fmt::format("trying {} loops at once", all.size()));
    const double needed = predicted_without_least(all);
    for (const bool in_full : {false, true}) {
      auto verdict = compare(**patch, in_full, save_memory(all));
      if (!verdict.ok()) return verdict.error();
      rule(*verdict, needed, whole);
      if (whole.result != Proposal::Result::kAccepted) return Done{};
      found_.verdict = std::move(*verdict);
    }
    found_.chosen = all;
    found_.patch = std::move(**patch);
    confirmed_ = true;
    return Done{};
  }

  /// With less, one of them may be of no use.
  static double predicted_without_least(
      const std::vector<rewrite::Option>& all) {
    double most = 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::vector<rewrite::Option> others = all;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      most = std::max(most, predicted_speedup(others));
    }
    return most;
  }

  /// Nothing: `proposal` says why there is none.
  Result<std::optional<rewrite::Patch>> patch_of(
      const std::vector<rewrite::Option>& chosen, Proposal& proposal) const {
    auto patch =
        in_.stages.rewrite(in_.plan, in_.project, chosen, in_.request.rewrite);
    if (!patch.ok()) {
      proposal.why = "the rewrite failed (a fault of pyprof-parallel): " +
                     patch.error().what;
      return std::optional<rewrite::Patch>();
    }
    Status compiles = in_.stages.compiles(*patch);
    if (compiles.ok()) return std::optional<rewrite::Patch>(std::move(*patch));
    if (compiles.error().kind == Error::Kind::kInterrupted) {
      return compiles.error();
    }
    proposal.result = Proposal::Result::kDiffers;
    proposal.why =
        "the rewritten file does not compile (a fault of pyprof-parallel): " +
        compiles.error().what;
    return std::optional<rewrite::Patch>();
  }

  Result<Proposal> consider(const rewrite::Option& option, std::size_t index) {
    Proposal proposal;
    proposal.strategy = option.strategy;
    proposal.predicted_speedup = option.refused ? 0 : option.predicted_speedup;
    if (is_chosen(option)) {  // with others
      proposal.result = Proposal::Result::kAccepted;
      proposal.measured = found_.verdict.speedup;
      return proposal;
    }
    if (auto why = skip(found_.chosen, option, speedup_so_far())) {
      proposal.why = *why;
      return proposal;
    }
    if (!time_for_another()) {
      proposal.why =
          "the time for reruns (--budget) only lasts to verify what was found "
          "before";
      return proposal;
    }
    std::vector<rewrite::Option> chosen = found_.chosen;
    chosen.push_back(option);
    auto patch = patch_of(chosen, proposal);
    if (!patch.ok()) return patch.error();
    if (!*patch) return proposal;
    in_.request.progress(fmt::format("trying {} on {}", option.strategy,
                                     harness::place(loop(option).span)));
    bool in_full = found_.chosen.empty() && last_chance(index);
    auto verdict = compare(**patch, in_full, save_memory(chosen));
    if (!verdict.ok()) return verdict.error();
    judge(*verdict, proposal);
    if (proposal.result == Proposal::Result::kAccepted) {
      found_.chosen = std::move(chosen);
      found_.patch = std::move(**patch);
      found_.verdict = std::move(*verdict);
      confirmed_ = in_full;
    }
    return proposal;
  }

  static bool save_memory(const std::vector<rewrite::Option>& chosen) {
    return std::any_of(chosen.begin(), chosen.end(), [](const auto& option) {
      return rewrite::saves_memory(option.strategy);
    });
  }

  /// `less_memory`: see VerifyOptions.
  Result<Verdict> compare(const rewrite::Patch& patch, bool in_full,
                          bool less_memory) {
    harness::VerifyOptions options = in_.request.verify;
    if (!in_full) options.min_pairs = options.max_pairs = 1;
    options.less_memory = less_memory;
    return in_.baseline.verify(overrides_of(patch), in_.plan.clock, options);
  }

  /// The full verification of what was kept step by step. When it fails the
  /// last step is taken back.
  Status confirm() {
    in_.request.progress("verifying what was kept");
    auto verdict = compare(found_.patch, true, save_memory(found_.chosen));
    if (!verdict.ok()) return verdict.error();
    rewrite::Option last = found_.chosen.back();
    for (Proposal& proposal : found_.proposals[last.candidate]) {
      if (proposal.result != Proposal::Result::kAccepted) continue;
      Proposal judged = proposal;
      rule(*verdict, 0, judged);
      if (judged.result != Proposal::Result::kAccepted) proposal = judged;
      proposal.measured = judged.measured;
    }
    confirmed_ = verdict->status == Verdict::Status::kFaster ||
                 verdict->status == Verdict::Status::kSmaller;
    if (confirmed_) {
      found_.verdict = std::move(*verdict);
      return Done{};
    }
    found_.chosen.pop_back();
    found_.patch = {};
    if (found_.chosen.empty()) return Done{};
    auto patch = in_.stages.rewrite(in_.plan, in_.project, found_.chosen,
                                    in_.request.rewrite);
    if (!patch.ok()) return patch.error();
    found_.patch = std::move(*patch);
    return Done{};
  }

  /// Are fewer workers as fast?
  Status calibrate() {
    const rewrite::Option& option = found_.chosen.front();
    const std::optional<Fewer> fewer = fewer_workers(
        option, in_.plan, in_.request.rewrite, found_.verdict.speedup);
    if (!fewer || !time_for_another()) return Done{};
    advisor::Plan plan = in_.plan;
    plan.candidates[fewer->candidate].work.most_workers = fewer->workers;
    auto patch = in_.stages.rewrite(plan, in_.project, found_.chosen,
                                    in_.request.rewrite);
    if (!patch.ok()) return patch.error();
    if (patch->files == found_.patch.files) return Done{};
    in_.request.progress(fmt::format("trying {} workers", fewer->workers));
    auto verdict = compare(*patch, true, save_memory(found_.chosen));
    if (!verdict.ok()) return verdict.error();
    if (verdict->status != Verdict::Status::kFaster ||
        verdict->speedup.median < found_.verdict.speedup.ci_low) {
      return Done{};
    }
    for (Proposal& proposal : found_.proposals[option.candidate]) {
      if (proposal.result == Proposal::Result::kAccepted) {
        proposal.measured = verdict->speedup;
      }
    }
    found_.patch = std::move(*patch);
    found_.verdict = std::move(*verdict);
    found_.fewer = fewer;
    return Done{};
  }

  /// The first step is held against the original, each later one against the
  /// step before.
  void judge(const Verdict& verdict, Proposal& proposal) {
    double before = found_.chosen.empty() ? 0 : found_.verdict.speedup.median;
    rule(verdict, before * in_.request.verify.min_gain, proposal);
  }

  void rule(const Verdict& verdict, double needed, Proposal& proposal) {
    using Status = Verdict::Status;
    proposal.why = verdict.why;
    if (verdict.speedup.pairs > 0) proposal.measured = verdict.speedup;
    proposal.result = Proposal::Result::kDiffers;
    if (verdict.status == Status::kSlower) {
      proposal.result = Proposal::Result::kSlower;
    } else if (verdict.status == Status::kTooLarge) {
      proposal.result = Proposal::Result::kTooLarge;
    } else if (verdict.status == Status::kSmaller) {
      proposal.result = Proposal::Result::kAccepted;
    } else if (verdict.status == Status::kUnverifiable) {
      proposal.result = Proposal::Result::kNotTried;
      // Checked and different: it is the original that changes.
      bool seen = std::any_of(
          verdict.checks.begin(), verdict.checks.end(), [](const auto& check) {
            return check.result == harness::Check::Result::kDiffers;
          });
      if (seen) found_.unverifiable = verdict;
    } else if (verdict.status == Status::kFaster) {
      bool gained = verdict.speedup.ci_low > needed;
      proposal.result =
          gained ? Proposal::Result::kAccepted : Proposal::Result::kSlower;
      proposal.why = gained ? ""
                            : fmt::format("no faster than without it ({:.2f}×)",
                                          found_.verdict.speedup.median);
    }
  }

  const SearchInput& in_;
  std::vector<rewrite::Option> options_;
  Found found_;
  bool confirmed_ = false;  ///< `chosen` was verified in full
};

}  // namespace

Result<Found> search(const SearchInput& input) { return Search(input).run(); }

}  // namespace ppp::cli

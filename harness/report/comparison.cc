// SPDX-License-Identifier: Apache-2.0
#include "harness/report/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "harness/report/paint.h"
#include "harness/report/words.h"

namespace ppp::harness {
namespace {

using Kind = Change::Kind;

// A loop that takes so much more of the program's time is worth a line.
constexpr double kMuchMore = 1.2;
constexpr double kOfTheRun = 0.05;

/// Of the original. Where nothing was verified, the profiled run is all that
/// there is.
std::vector<double> run_times(const Report& report) {
  if (!report.outcome.before_s.empty()) return report.outcome.before_s;
  return {report.profile.wall_s};
}

class Comparing {
 public:
  Comparing(const Report& base, const Report& head, double tolerance)
      : base_(base), head_(head), most_(1 + tolerance) {}

  Comparison result() {
    out_.changes = differing_conditions(base_, head_);
    time();
    speedup();
    memory();
    loops();
    std::stable_sort(
        out_.changes.begin(), out_.changes.end(),
        [](const Change& a, const Change& b) { return a.kind < b.kind; });
    return std::move(out_);
  }

 private:
  void add(Kind kind, std::string id, std::string message) {
    out_.changes.push_back({kind, std::move(id), std::move(message)});
  }

  void time() {
    const std::vector<double> before = run_times(base_);
    const std::vector<double> now = run_times(head_);
    out_.base = {median(before), static_cast<int>(before.size())};
    out_.head = {median(now), static_cast<int>(now.size())};
    if (head_.outcome.status == Outcome::Status::kTargetFailed) {
      const bool new_failure =
          base_.outcome.status != Outcome::Status::kTargetFailed;
      add(new_failure ? Kind::kRegression : Kind::kNote, "fails",
          "the program fails: " + head_.outcome.why);
      return;
    }
    if (out_.base.median_s <= 0 || out_.head.median_s <= 0) return;
    const Interval low = median_interval(before);
    const Interval high = median_interval(now);
    out_.time_ratio = out_.head.median_s / out_.base.median_s;
    out_.ratio_bounds = {high.low / low.high, high.high / low.low};
    const std::string takes = fmt::format(
        "takes {} the time ({:.2f} to {:.2f}): {}, was {}",
        times(out_.time_ratio), out_.ratio_bounds.low, out_.ratio_bounds.high,
        seconds(out_.head.median_s), seconds(out_.base.median_s));
    if (out_.ratio_bounds.low > most_) {
      add(Kind::kRegression, "slower", takes);
    } else if (out_.ratio_bounds.high < 1 / most_) {
      add(Kind::kImprovement, "faster", takes);
    }
    if (before.size() == 1 || now.size() == 1) {
      add(Kind::kNote, "one-run",
          "one of both was run once only: nobody knows how much of the "
          "difference is noise");
    }
  }

  void speedup() {
    const bool was = base_.outcome.status == Outcome::Status::kFaster;
    const bool is = head_.outcome.status == Outcome::Status::kFaster;
    const Speedup& before = base_.outcome.speedup;
    const Speedup& now = head_.outcome.speedup;
    if (was && !is) {
      add(Kind::kRegression, "no-longer-faster",
          fmt::format("could be made {} as fast, now {}: {}", interval(before),
                      less_memory(head_)
                          ? "what is offered only takes less memory"
                          : "nothing is offered",
                      head_.outcome.why));
    } else if (!was && is) {
      add(Kind::kImprovement, "can-be-faster",
          fmt::format("can be made {} as fast", interval(now)));
    } else if (was && now.ci_high * most_ < before.ci_low) {
      add(Kind::kRegression, "gains-less",
          fmt::format("can be made {} as fast, was {}", interval(now),
                      interval(before)));
    } else if (was && now.ci_low > before.ci_high * most_) {
      add(Kind::kImprovement, "gains-more",
          fmt::format("can be made {} as fast, was {}", interval(now),
                      interval(before)));
    }
  }

  static bool less_memory(const Report& report) {
    return report.outcome.status == Outcome::Status::kSmaller;
  }

  // What is faster may take any memory that is allowed.
  void memory() {
    const bool was = less_memory(base_);
    const bool is = less_memory(head_);
    if (was && !is && head_.outcome.status != Outcome::Status::kFaster) {
      add(Kind::kRegression, "no-longer-smaller",
          "could be made to take less memory, now nothing is offered: " +
              head_.outcome.why);
    } else if (is && !was && base_.outcome.status != Outcome::Status::kFaster) {
      add(Kind::kImprovement, "can-be-smaller",
          "can be made to take less memory");
    }
  }

  /// The head's loop at the same place of its function: lines move.
  const Hotspot* same_loop(const Hotspot& spot) const {
    const std::size_t place = place_among_alike(base_, spot);
    std::size_t seen = 0;
    for (const Hotspot* one : alike(head_, spot)) {
      if (seen++ == place) return one;
    }
    return nullptr;
  }

  static std::vector<const Hotspot*> alike(const Report& report,
                                           const Hotspot& spot) {
    std::vector<const Hotspot*> found;
    for (const Hotspot& one : report.hotspots) {
      if (one.loop.span.file == spot.loop.span.file &&
          one.loop.function == spot.loop.function &&
          one.loop.kind == spot.loop.kind) {
        found.push_back(&one);
      }
    }
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
      return a->loop.span.line < b->loop.span.line;
    });
    return found;
  }

  static std::size_t place_among_alike(const Report& report,
                                       const Hotspot& spot) {
    const auto all = alike(report, spot);
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), &spot) -
                                    all.begin());
  }

  void loops() {
    for (const Hotspot& before : base_.hotspots) {
      const Hotspot* now = same_loop(before);
      if (now == nullptr) continue;
      const std::string where = place(now->loop.span);
      if (before.candidate && !now->candidate) {
        add(Kind::kNote, "loop-declined",
            fmt::format("the loop at {} could run in parallel, now it cannot: "
                        "{}",
                        where, now->reasons.front().message));
      } else if (!before.candidate && now->candidate) {
        add(Kind::kNote, "loop-parallel",
            fmt::format("the loop at {} can run in parallel now", where));
      }
      const double more = now->loop.cost.wall_s - before.loop.cost.wall_s;
      if (now->loop.cost.wall_s > kMuchMore * before.loop.cost.wall_s &&
          more > kOfTheRun * base_.profile.wall_s) {
        add(Kind::kNote, "loop-slower",
            fmt::format("the loop at {} takes {}, was {}", where,
                        seconds(now->loop.cost.wall_s),
                        seconds(before.loop.cost.wall_s)));
      }
    }
  }

  const Report& base_;
  const Report& head_;
  const double most_;
  Comparison out_;
};

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::kRegression:
      return "regression";
    case Kind::kImprovement:
      return "improvement";
    case Kind::kNote:
      return "note";
  }
  return "note";
}

std::string times_line(std::string_view which, const Report& report,
                       const RunTimes& times) {
  return fmt::format("{}  {} · Python {} · {} ({})\n", which,
                     command_words(report.profile), report.profile.python,
                     seconds(times.median_s), count(times.runs, "run"));
}

}  // namespace

Comparison compare_reports(const Report& base, const Report& head,
                           double tolerance) {
  return Comparing(base, head, tolerance).result();
}

std::vector<Change> differing_conditions(const Report& base,
                                         const Report& head) {
  std::vector<Change> out;
  auto other = [&](std::string id, std::string_view what,
                   const std::string& before, const std::string& now) {
    if (before == now) return;
    out.push_back({Kind::kNote, std::move(id),
                   fmt::format("{}: {} before, {} now", what, before, now)});
  };
  other("other-command", "another command", command_words(base.profile),
        command_words(head.profile));
  other("other-python", "another Python", base.profile.python,
        head.profile.python);
  other("other-machine", "another processor", base.machine.cpu_model,
        head.machine.cpu_model);
  other("other-cpus", "another number of CPUs",
        std::to_string(base.machine.cpus), std::to_string(head.machine.cpus));
  return out;
}

bool has_regression(const Comparison& comparison) {
  return std::any_of(
      comparison.changes.begin(), comparison.changes.end(),
      [](const Change& one) { return one.kind == Kind::kRegression; });
}

std::string comparison_json(const Comparison& comparison) {
  using Json = nlohmann::ordered_json;
  auto side = [](const RunTimes& times) -> Json {
    return {{"median_s", times.median_s}, {"runs", times.runs}};
  };
  Json changes = Json::array();
  for (const Change& change : comparison.changes) {
    changes.push_back({{"kind", kind_name(change.kind)},
                       {"id", change.id},
                       {"message", change.message}});
  }
  const Json out = {
      {"schema", "pyprof-parallel/compare"},
      {"schema_version", 1},
      {"base", side(comparison.base)},
      {"head", side(comparison.head)},
      {"time_ratio",
       {{"median", comparison.time_ratio},
        {"bounds",
         {comparison.ratio_bounds.low, comparison.ratio_bounds.high}}}},
      {"regression", has_regression(comparison)},
      {"changes", std::move(changes)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string terminal_comparison(const Comparison& comparison,
                                const Report& base, const Report& head,
                                const TerminalStyle& style) {
  const Paint paint(style.colour);
  std::string out = times_line("base", base, comparison.base) +
                    times_line("head", head, comparison.head) + "\n";
  for (const Change& change : comparison.changes) {
    switch (change.kind) {
      case Kind::kRegression:
        out += paint.bad("✗ " + change.message) + "\n";
        break;
      case Kind::kImprovement:
        out += paint.good("✔ " + change.message) + "\n";
        break;
      case Kind::kNote:
        out += paint.dim("· " + change.message) + "\n";
        break;
    }
  }
  if (!has_regression(comparison)) out += "no regression\n";
  return out;
}

}  // namespace ppp::harness

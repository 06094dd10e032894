// SPDX-License-Identifier: Apache-2.0
#include "cli/assurances.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "harness/watch.h"
#include "rewrite/cost.h"

namespace ppp::cli {
namespace {

using harness::Assurance;
using harness::Check;
using Held = harness::Assurance::Result;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

/// The lines that the patch adds.
std::vector<std::string> added_lines(const std::string& diff) {
  std::vector<std::string> lines;
  std::string_view text = diff;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.starts_with('+') && !line.starts_with("+++ ")) {
      lines.emplace_back(line.substr(1));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Assurance output_identical(const harness::Verdict& verdict) {
  Assurance item{"output-identical", "output identical", Held::kPass, ""};
  std::vector<std::string> same;
  for (const Check& check : verdict.checks) {
    if (check.result == Check::Result::kDiffers) item.result = Held::kFail;
    if (check.result == Check::Result::kNotChecked) continue;
    same.push_back(check.id + (check.result == Check::Result::kMasked
                                   ? " (clock values masked)"
                                   : ""));
  }
  item.detail =
      fmt::format("{}, in {} runs", joined(same), verdict.after_s.size());
  if (same.empty()) item.result = Held::kNotChecked;
  return item;
}

Assurance no_race(const Found& found, const advisor::Plan& plan) {
  Assurance item{"no-race", "no race", Held::kPass, ""};
  std::vector<std::string> proved;
  std::vector<std::string> in_order;
  std::vector<std::string> tested;
  for (const rewrite::Option& option : found.chosen) {
    const advisor::Candidate& one = plan.candidates[option.candidate];
    const bool proven = one.assumptions.empty() && option.assumptions.empty();
    const bool ordered = option.strategy == "numba" ||
                         (option.strategy == "vectorize-pandas" && !one.kernel);
    auto& places = ordered ? in_order : proven ? proved : tested;
    places.push_back(harness::place(one.loop.span));
  }
  if (!proved.empty()) {
    item.detail = "iterations share no state: proved from the source of " +
                  joined(proved);
  }
  if (!in_order.empty()) {
    item.detail +=
        (proved.empty() ? "" : "; ") +
        ("iterations keep their order, in one thread: " + joined(in_order));
  }
  if (!tested.empty()) {
    item.result = Held::kNotChecked;
    item.detail += (item.detail.empty() ? "" : "; ") + joined(tested) +
                   ": tested, not proven, under the assumptions listed there";
  }
  return item;
}

/// How many of the rewrites compute by arrays or are compiled: they have no
/// workers.
std::size_t by_arrays(const Found& found) {
  return static_cast<std::size_t>(
      std::count_if(found.chosen.begin(), found.chosen.end(),
                    [](const rewrite::Option& option) {
                      return rewrite::without_workers(option.strategy);
                    }));
}

/// How many read their files in parts.
std::size_t in_parts(const Found& found) {
  return static_cast<std::size_t>(
      std::count_if(found.chosen.begin(), found.chosen.end(),
                    [](const rewrite::Option& option) {
                      return rewrite::saves_memory(option.strategy);
                    }));
}

bool only_arrays(const Found& found) {
  return !found.chosen.empty() && by_arrays(found) == found.chosen.size();
}

Assurance exceptions(const Found& found) {
  const harness::Verdict& verdict = found.verdict;
  Assurance item{"exceptions", "exceptions as before", Held::kNotChecked,
                 "exit status or stderr was not compared"};
  int seen = 0;
  for (const Check& check : verdict.checks) {
    if (check.id != "exit-status" && check.id != "stderr") continue;
    seen += check.result == Check::Result::kIdentical ||
            check.result == Check::Result::kMasked;
  }
  if (seen < 2) return item;
  item.result = Held::kPass;
  const std::size_t arrays = by_arrays(found);
  item.detail.clear();
  const std::size_t files = in_parts(found);
  if (arrays > 0) {
    item.detail +=
        "where an item would fail the loop itself runs, nothing by arrays or "
        "compiled; ";
  }
  if (files > 0) {
    item.detail += "where a file cannot be read the loop itself runs; ";
  }
  if (arrays + files < found.chosen.size()) {
    item.detail +=
        "results are taken in order, so the first failing item raises; ";
  }
  item.detail += "exit status and stderr as before";
  return item;
}

/// Counts the added lines that make an executor, and those of them with `word`.
struct Executors {
  int all = 0;
  int with = 0;
};
Executors executors(const std::vector<std::string>& lines,
                    std::string_view word) {
  Executors out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t at = lines[i].find("PoolExecutor(");
    if (at == std::string::npos) continue;
    ++out.all;
    // A long call may go on over the following lines.
    std::string call = lines[i];
    for (std::size_t j = i + 1; j < lines.size() && j < i + 4; ++j) {
      call += lines[j];
    }
    out.with += call.find(word) != std::string::npos;
  }
  return out;
}

/// The added lines that hold `word`.
int lines_with(const std::vector<std::string>& lines, std::string_view word) {
  return static_cast<int>(
      std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
        return line.find(word) != std::string::npos;
      }));
}

/// Tasks of calls in a row are made one by one, those of a loop in a list.
int single_tasks(const std::vector<std::string>& lines) {
  return static_cast<int>(
      std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
        const std::size_t made = line.find(".create_task(");
        return made != std::string::npos && line.find(" = ") < made &&
               line.find('[') > made;
      }));
}

Assurance resources(const Found& found, const std::vector<std::string>& lines) {
  if (only_arrays(found)) {
    return {"resources", "resources cleaned up", Held::kPass,
            "arrays and compiled code open nothing and start no workers"};
  }
  const Executors use = executors(lines, "with ");
  const int tasks = lines_with(lines, ".create_task(");
  const int gathered = lines_with(lines, "return_exceptions=True");
  std::vector<std::string> cleaned;
  const int ended = lines_with(lines, ".shutdown(cancel_futures=True)");
  if (use.all > 0 && use.all == use.with + ended) {
    cleaned.emplace_back("every executor is closed by its `with` or `finally`");
  }
  if (tasks > 0 && gathered > 0 && gathered == lines_with(lines, ".cancel()")) {
    cleaned.emplace_back("tasks that are left are cancelled and awaited");
  }
  const int killed = lines_with(lines, ".kill()");
  if (killed > 0 && killed == lines_with(lines, ".join()")) {
    cleaned.emplace_back("processes ahead of a loop are ended with it");
  }
  if (cleaned.empty()) {
    return {"resources", "resources cleaned up", Held::kNotChecked,
            "no executor of a known form in the patch"};
  }
  return {"resources", "resources cleaned up", Held::kPass, joined(cleaned)};
}

/// "16 threads for a.py:3-5, which computes 12 % of its time".
std::vector<std::string> thread_numbers(
    const Found& found, const advisor::Plan& plan,
    const rewrite::RewriteOptions& options) {
  std::vector<std::string> out;
  for (const rewrite::Option& option : found.chosen) {
    const advisor::Candidate& candidate = plan.candidates[option.candidate];
    const advisor::HotLoop& loop = candidate.loop;
    const int workers = workers_that_wait(option, plan, options);
    const bool threads = option.strategy == "thread-pool" && workers > 0;
    std::string text;
    if (threads && loop.cost.wall_s > 0) {
      text = fmt::format(
          "{} threads for {}, which computes {:.0f} % of its time", workers,
          harness::place(loop.span), 100 * loop.cost.cpu_s / loop.cost.wall_s);
    }
    if (found.fewer) {
      if (text.empty()) {
        text =
            fmt::format("{} tasks for {}", workers, harness::place(loop.span));
      }
      text += fmt::format(": {} were no faster ({:.2f}×)",
                          found.fewer->instead_of, found.fewer->speedup);
    }
    if (!text.empty()) out.push_back(std::move(text));
  }
  return out;
}

Assurance bounded(const Found& found, const advisor::Plan& plan,
                  const std::vector<std::string>& lines,
                  const rewrite::RewriteOptions& options) {
  if (only_arrays(found)) {
    return {"workers-bounded", "worker count bounded", Held::kPass,
            "arrays and compiled code start no workers"};
  }
  const Executors use = executors(lines, "max_workers=");
  const int tasks = lines_with(lines, ".create_task(");
  const int single = single_tasks(lines);
  std::vector<std::string> known;
  if (use.all > 0 && use.all == use.with) {
    known.push_back(
        fmt::format("max_workers is given; measured with at most {} CPUs",
                    options.workers));
    for (std::string& number : thread_numbers(found, plan, options)) {
      known.push_back(std::move(number));
    }
  }
  if (tasks > single && tasks - single == lines_with(lines, ".Semaphore(")) {
    known.push_back(fmt::format(
        "a semaphore lets at most {} tasks at once go on", options.tasks));
  }
  if (single > 0) {
    known.push_back(fmt::format("{} calls in a row have a task each", single));
  }
  const int ahead = lines_with(lines, "context.Process(");
  if (ahead > 0 && ahead == lines_with(lines, "count = min(")) {
    known.push_back(fmt::format("processes ahead of a loop are at most {}",
                                options.workers));
  }
  if (known.empty()) {
    return {"workers-bounded", "worker count bounded", Held::kNotChecked,
            "no executor of a known form in the patch"};
  }
  return {"workers-bounded", "worker count bounded", Held::kPass,
          joined(known)};
}

Assurance memory(const harness::Verdict& verdict,
                 const harness::MemoryBound& bound) {
  Assurance item{"memory-bounded", "memory bounded", Held::kNotChecked,
                 "the runs were too short to measure it"};
  if (verdict.before_memory == 0 || verdict.after_memory == 0) return item;
  item.result = Held::kPass;
  item.detail =
      fmt::format("at most {} in all processes together, the original {}",
                  harness::in_mebibytes(verdict.after_memory),
                  harness::in_mebibytes(verdict.before_memory));
  const std::uint64_t allowed = bound.for_original(verdict.before_memory);
  if (allowed > 0) {
    item.detail +=
        fmt::format("; {} are allowed", harness::in_mebibytes(allowed));
  }
  return item;
}

}  // namespace

std::vector<harness::Assurance> assurances(
    const Found& found, const advisor::Plan& plan,
    const rewrite::RewriteOptions& options, const harness::MemoryBound& bound,
    const std::string& python) {
  std::vector<std::string> lines = added_lines(found.patch.diff);
  return {output_identical(found.verdict),
          no_race(found, plan),
          exceptions(found),
          resources(found, lines),
          bounded(found, plan, lines, options),
          memory(found.verdict, bound),
          {"imports", "imports added", Held::kPass,
           "compiled and run by Python " + python}};
}

}  // namespace ppp::cli

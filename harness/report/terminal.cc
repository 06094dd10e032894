// SPDX-License-Identifier: Apache-2.0
// The summary at the terminal. Short lines, the important ones first; colour
// only marks what the words already say.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "harness/report/native_rows.h"
#include "harness/report/paint.h"
#include "harness/report/report.h"
#include "harness/report/words.h"
#include "harness/watch.h"

namespace ppp::harness {
namespace {

constexpr int kShownMasks = 3;

// Below that, "in parallel it would be …" only raises false hopes.
constexpr double kWorthSaying = 1.1;

std::string heading(const Paint& paint, std::string_view title) {
  return "\n" + paint.bold(title) + "\n";
}

std::string head_line(const Report& report, const TerminalStyle& style,
                      const Paint& paint) {
  std::string command = command_words(report.profile);
  const std::string& version = report.profile.python;
  return fmt::format(
      "{} · {}\n", paint.bold(command.empty() ? "pyprof-parallel" : command),
      paint.dim(fmt::format("pyprof-parallel {}, {}{}", style.version,
                            version.empty() ? "" : "Python " + version + ", ",
                            count(report.machine.cpus, "CPU"))));
}

std::string profile_line(const profiler::Profile& profile) {
  if (const profiler::Origin& origin = profile.origin; !origin.format.empty()) {
    return fmt::format("{} in the main thread, recorded as {}\n",
                       origin.counts_samples
                           ? fmt::format("{:.0f} samples", profile.wall_s)
                           : seconds(profile.wall_s),
                       origin.format);
  }
  std::string lost;
  if (profile.missed > 0) lost += fmt::format(", {} missed", profile.missed);
  if (profile.errors > 0)
    lost += fmt::format(", {} unreadable", profile.errors);
  return fmt::format("{} {}, {} CPU; {} samples at {:g} Hz{}\n",
                     seconds(profile.wall_s),
                     profile.whole ? "wall" : "watched", seconds(profile.cpu_s),
                     profile.samples, profile.rate_hz, lost);
}

std::string mark(const Hotspot& spot, const Paint& paint) {
  if (accepted(spot)) return paint.good("✔");
  return spot.candidate ? paint.note("·") : paint.dim("–");
}

std::string proposal_line(const Proposal& proposal, const Paint& paint) {
  std::string line = fmt::format("{}: predicted {}", proposal.strategy,
                                 times(proposal.predicted_speedup));
  if (proposal.measured) {
    line += fmt::format(", measured {}", interval(*proposal.measured));
  }
  switch (proposal.result) {
    case Proposal::Result::kAccepted:
      return paint.good(line + ", accepted");
    case Proposal::Result::kDiffers:
      return paint.bad(line + ", differs: " + proposal.why);
    case Proposal::Result::kSlower:
      return line + ", no gain: " + proposal.why;
    case Proposal::Result::kTooLarge:
      return line + ", too large: " + proposal.why;
    case Proposal::Result::kNotTried:
      return fmt::format("{}: not tried: {}", proposal.strategy, proposal.why);
  }
  return line;
}

std::string reason_line(const advisor::Reason& reason, const Paint& paint) {
  std::string where;
  for (const Span& span : reason.spans) {
    where += (where.empty() ? "" : ", ") + place(span);
  }
  if (where.empty()) return reason.message;
  return reason.message + "  " + paint.dim(where);
}

/// The lines under a loop: without `explain`, the one that decided.
std::vector<std::string> details(const Hotspot& spot, bool explain,
                                 const Paint& paint) {
  std::vector<std::string> lines;
  for (const advisor::Reason& reason : spot.reasons) {
    lines.push_back(reason_line(reason, paint));
    if (!explain) break;
    if (!reason.remedy.empty()) lines.push_back("  → " + reason.remedy);
  }
  if (explain && spot.potential_speedup >= kWorthSaying) {
    lines.push_back(paint.dim("in parallel the whole program would be up to " +
                              times(spot.potential_speedup) + " as fast"));
  }
  std::size_t more = spot.reasons.size() > 1 ? spot.reasons.size() - 1 : 0;
  if (!explain && more > 0) {
    lines.back() += paint.dim(fmt::format("  (+{} more, see --explain)", more));
  }
  if (!spot.assumptions.empty()) {
    lines.push_back(paint.note(tested_words(spot)));
  }
  if (explain) {
    for (const advisor::Reason& reason : spot.evidence) {
      lines.push_back(reason_line(reason, paint));
    }
    if (spot.loop.measure) lines.push_back(measure_words(*spot.loop.measure));
    for (const Span& outer : spot.loop.inside) {
      lines.push_back(paint.dim("runs inside " + place(outer)));
    }
  }
  bool any_tried = std::any_of(
      spot.proposals.begin(), spot.proposals.end(), [](const Proposal& one) {
        return one.result != Proposal::Result::kNotTried;
      });
  for (const Proposal& proposal : spot.proposals) {
    bool tried = proposal.result != Proposal::Result::kNotTried;
    // The best prediction comes first: its reason is the one that decided.
    bool decided = !any_tried && &proposal == &spot.proposals.front();
    if (explain || tried || decided) {
      lines.push_back(proposal_line(proposal, paint));
    }
  }
  return lines;
}

std::string hotspot_lines(const Report& report, const TerminalStyle& style,
                          const Paint& paint) {
  if (report.hotspots.empty()) return "  none above the threshold\n";
  std::size_t width = 0;
  for (const Hotspot& spot : report.hotspots) {
    width = std::max(width, place(spot.loop.span).size());
  }
  const std::string at_most = report.profile.origin.whole_functions ? "≤ " : "";
  std::string out;
  for (const Hotspot& spot : report.hotspots) {
    std::string where = place(spot.loop.span);
    std::string pad(width - where.size(), ' ');
    out += fmt::format("  {} {:>5}  {}{}  {}\n", mark(spot, paint),
                       at_most + percent(spot.loop.share), paint.bold(where),
                       pad, loop_words(spot.loop));
    for (const std::string& line : details(spot, style.explain, paint)) {
      out += "          " + line + "\n";
    }
  }
  return out;
}

/// The first of many masked lines.
std::string first_masks(const std::string& detail) {
  constexpr std::string_view kNext = "; line ";
  std::size_t at = 0;
  for (int shown = 0; shown < kShownMasks; ++shown) {
    at = detail.find(kNext, at + 1);
    if (at == std::string::npos) return detail;
  }
  return detail.substr(0, at) + "; and more, see --explain";
}

/// With `all` unset, what is identical is left out: the list above it says so.
std::string check_lines(const Outcome& outcome, bool all, const Paint& paint) {
  std::string out;
  for (const Check& check : outcome.checks) {
    if (!all && check.result == Check::Result::kIdentical) continue;
    std::string word(name(check.result));
    const std::string detail = all ? check.detail : first_masks(check.detail);
    bool plain = check.result == Check::Result::kIdentical;
    out += fmt::format(
        "  {} {:<12} {}{}\n",
        check.result == Check::Result::kDiffers
            ? paint.bad("✘")
            : (plain ? paint.good("✔") : paint.note("·")),
        check.id, word,
        detail.empty() ? "" : paint.dim(": " + indented(detail, 17)));
  }
  return out;
}

std::string assurance_lines(const Outcome& outcome, const Paint& paint) {
  std::string out;
  for (const Assurance& item : outcome.assurances) {
    std::string sign = paint.note("·");
    if (item.result == Assurance::Result::kPass) sign = paint.good("✔");
    if (item.result == Assurance::Result::kFail) sign = paint.bad("✘");
    out += fmt::format("  {} {:<22} {}\n", sign, item.title,
                       paint.dim(item.detail));
  }
  return out;
}

std::string outcome_lines(const Report& report, bool explain,
                          const Paint& paint) {
  const Outcome& outcome = report.outcome;
  std::string out = heading(paint, "Result");
  if (outcome.status == Outcome::Status::kFaster) {
    out += "  " + paint.good(paint.bold(faster_words(outcome))) + "\n";
  } else {
    out += "  " + paint.bold(status_words(outcome.status)) +
           (outcome.why.empty() ? "" : ": " + indented(outcome.why, 4)) + "\n";
  }
  if (!outcome.assurances.empty()) {
    out += heading(paint, "Checked") + assurance_lines(outcome, paint);
  }
  // Nothing was compared with the original where nothing was offered.
  bool compared = outcome.status != Outcome::Status::kNoGain || explain;
  if (compared) out += check_lines(outcome, explain, paint);
  if (outcome.assurances.empty() && outcome.after_memory > 0) {
    out += fmt::format("  · {:<12} {}, before {}\n", "memory",
                       in_mebibytes(outcome.after_memory),
                       in_mebibytes(outcome.before_memory));
  }
  return out;
}

std::string patch_lines(const Report& report, const TerminalStyle& style,
                        const Paint& paint) {
  bool nowhere = style.patch_path.empty() && !style.in_place;
  if (report.outcome.diff.empty() || nowhere) return "";
  std::string out = heading(paint, "Patch");
  if (style.in_place) out += "  applied to the sources\n";
  if (!style.patch_path.empty()) {
    out += fmt::format("  {}\n", style.patch_path);
    if (!style.in_place) {
      out += fmt::format("  apply with: patch -p1 < {}\n",
                         shell_word(style.patch_path));
    }
  }
  return out;
}

std::string note_lines(const Report& report, const Paint& paint) {
  std::string out;
  for (const std::string& note : report.notes) {
    out += paint.note("note: ") + note + "\n";
  }
  return out.empty() ? out : "\n" + out;
}

std::string line_row(const profiler::LineCost& line, double whole,
                     std::size_t width) {
  return fmt::format("  {:>4}  {:<{}}  {:>9}  {}\n",
                     percent(whole > 0 ? line.self.wall_s / whole : 0),
                     fmt::format("{}:{}", line.file, line.line), width,
                     seconds(line.self.wall_s), spent_words(line.self));
}

// Where on the line: only what takes a good part of it, and not alone.
std::string expression_rows(const profiler::Profile& profile,
                            const profiler::LineCost& line, double whole,
                            std::size_t width) {
  static constexpr double kGoodPart = 0.2;
  std::string out;
  int rows = 0;
  for (const profiler::ExpressionCost& part : profile.expressions) {
    if (part.line != line.line || part.file != line.file ||
        part.self_s < kGoodPart * line.self.wall_s) {
      continue;
    }
    const profiler::Columns& at = part.columns;
    out += fmt::format(
        "  {:>4}    {:<{}}  {:>9}\n", percent(part.self_s / whole),
        at.end_line == line.line
            ? fmt::format("columns {}–{}", at.begin + 1, at.end)
            : fmt::format("column {} to line {}", at.begin + 1, at.end_line),
        width > 2 ? width - 2 : width, seconds(part.self_s));
    ++rows;
  }
  return rows > 1 ? out : "";
}

std::string process_row(const profiler::Profile& process, int depth) {
  const std::vector<profiler::LineCost> lines = profiler::line_costs(process);
  std::string hottest;
  if (!lines.empty()) {
    hottest = fmt::format("; {:.0f} % in {}:{}",
                          100 * lines[0].self.wall_s /
                              std::max(process.wall_s, lines[0].self.wall_s),
                          lines[0].file, lines[0].line);
  }
  return fmt::format("  {:{}}{}  {} {}, {} CPU{}\n", "", 2 * depth,
                     profiler::process_name(process), seconds(process.wall_s),
                     process.whole ? "wall" : "so far", seconds(process.cpu_s),
                     hottest);
}

// The processes below the first; not all, if there are many.
std::string process_rows(const profiler::Profile& profile,
                         const TerminalStyle& style, const Paint& paint) {
  static constexpr std::size_t kRows = 15;
  if (profile.processes.empty()) return "";
  std::string out = heading(paint, "Processes below it");
  std::size_t rows = 0;
  std::map<int, int> depths;  // by pid; parents begin earlier
  for (const profiler::Profile& process : profile.processes) {
    const auto parent = depths.find(process.parent);
    const int depth = parent == depths.end() ? 0 : parent->second + 1;
    depths[process.pid] = depth;
    if (style.explain || ++rows <= kRows) out += process_row(process, depth);
  }
  if (!style.explain && rows > kRows) {
    out += paint.dim(
        fmt::format("  … {} more processes, see --explain\n", rows - kRows));
  }
  return out;
}

// A name that a program gives may hold anything.
std::string shown_name(std::string name) {
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < ' ' || c == 127) c = ' ';
  }
  return name;
}

std::string await_rows(const profiler::Profile& profile, std::size_t rows) {
  struct Row {
    double wall_s = 0;
    int most = 0;
    bool several = false;  // ways to come there
  };
  std::map<std::string, Row> by_line;
  for (const profiler::AwaitCost& cost : profile.tasks.awaits) {
    if (cost.frames.empty()) continue;
    const auto& frame = profiler::awaiting_frame(profile, cost);
    Row& row = by_line[fmt::format("{}:{}  {}", frame.file, frame.line,
                                   frame.function)];
    row.wall_s += cost.wall_s;
    row.several = row.most > 0;
    row.most = std::max(row.most, cost.most);
  }
  std::vector<std::pair<std::string, Row>> sorted(by_line.begin(),
                                                  by_line.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
    return a.second.wall_s > b.second.wall_s;
  });
  std::string out;
  for (const auto& [line, row] : sorted) {
    if (rows-- == 0) break;
    out += fmt::format("  {:>9}  {}  {} at once{}\n", seconds(row.wall_s), line,
                       count(row.most, "task"), row.several ? " or more" : "");
  }
  return out;
}

std::string task_rows(const profiler::Profile& profile, std::size_t rows) {
  std::string out;
  for (const profiler::TaskCost& cost : profile.tasks.costs) {
    if (rows-- == 0) break;
    out += fmt::format(
        "  {:>9}  {}:{}  {}{}{}\n", seconds(cost.running_s), cost.file,
        cost.first_line, cost.function,
        cost.name.empty() ? "" : fmt::format(" “{}”", shown_name(cost.name)),
        cost.blocked_s <= 0 ? ""
                            : fmt::format(", {} of it asleep: the others "
                                          "could not run",
                                          seconds(cost.blocked_s)));
  }
  return out;
}

std::string task_section(const profiler::Profile& profile,
                         const TerminalStyle& style, const Paint& paint) {
  static constexpr std::size_t kRows = 10;
  const profiler::Tasks& tasks = profile.tasks;
  if (!tasks.told) {
    if (!profile.origin.format.empty() || !profiler::has_event_loop(profile)) {
      return "";
    }
    return paint.dim(fmt::format(
        "\nan event loop ran; its tasks are not told apart on Python {}, only "
        "on 3.12 to 3.14 with the interpreter lock\n",
        profile.python));
  }
  const std::size_t rows = style.explain ? ~std::size_t{0} : kRows;
  std::string out;
  if (!tasks.awaits.empty()) {
    out += heading(paint, "Awaits, by the time that tasks stood there") +
           await_rows(profile, rows);
  }
  if (!tasks.costs.empty()) {
    out += heading(paint, "Tasks, by the time that they ran") +
           task_rows(profile, rows);
  }
  if (tasks.idle_s <= 0) return out;
  std::string note =
      fmt::format("  the event loop waited for {}", seconds(tasks.idle_s));
  if (tasks.untold_s > 0) {
    note += fmt::format("; its tasks could not be read for {} of it",
                        seconds(tasks.untold_s));
  }
  if (tasks.cut_s > 0) {
    note += fmt::format("; of too many tasks only the oldest were read for {}",
                        seconds(tasks.cut_s));
  }
  if (tasks.unread_s > 0) {
    note += fmt::format("; tasks that could not be read waited {}",
                        seconds(tasks.unread_s));
  }
  return out + paint.dim(note + "\n");
}

}  // namespace

std::string terminal_summary(const Report& report, const TerminalStyle& style) {
  Paint paint(style.colour);
  return head_line(report, style, paint) + profile_line(report.profile) +
         heading(paint, "Hot loops") + hotspot_lines(report, style, paint) +
         outcome_lines(report, style.explain, paint) +
         patch_lines(report, style, paint) + note_lines(report, paint);
}

std::string terminal_advice(const Report& report, const TerminalStyle& style) {
  Paint paint(style.colour);
  return head_line(report, style, paint) + profile_line(report.profile) +
         heading(paint, "Hot loops") + hotspot_lines(report, style, paint) +
         note_lines(report, paint);
}

std::string terminal_outcome(const Report& report, const TerminalStyle& style) {
  Paint paint(style.colour);
  return head_line(report, style, paint) +
         outcome_lines(report, style.explain, paint) +
         note_lines(report, paint);
}

std::string terminal_profile(const profiler::Profile& profile,
                             const TerminalStyle& style) {
  static constexpr std::size_t kRows = 15;
  Paint paint(style.colour);
  std::vector<profiler::LineCost> lines = profiler::line_costs(profile);
  std::erase_if(lines, [](const auto& line) { return line.self.wall_s <= 0; });
  double whole = 0;
  for (const profiler::LineCost& line : lines) whole += line.self.wall_s;
  std::size_t hidden = lines.size() > kRows ? lines.size() - kRows : 0;
  if (!style.explain && hidden > 0) lines.resize(kRows);
  std::size_t width = 0;
  for (const profiler::LineCost& line : lines) {
    width = std::max(width, fmt::format("{}:{}", line.file, line.line).size());
  }
  std::string out = fmt::format("{} · {}\n", paint.bold(command_words(profile)),
                                paint.dim("Python " + profile.python));
  out += profile_line(profile) + heading(paint, "Lines, by own time");
  for (const profiler::LineCost& line : lines) {
    out += line_row(line, whole, width);
    out += expression_rows(profile, line, whole, width);
    out += native_rows(profile, line, style.explain);
  }
  if (lines.empty()) out += "  no samples\n";
  if (!style.explain && hidden > 0) {
    out += paint.dim(fmt::format("  … {} more lines, see --explain\n", hidden));
  }
  return out + native_note(profile.native, paint) +
         task_section(profile, style, paint) +
         process_rows(profile, style, paint);
}

}  // namespace ppp::harness

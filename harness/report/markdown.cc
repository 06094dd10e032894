// SPDX-License-Identifier: Apache-2.0
// The report as Markdown: for a merge request or a mail.
#include <fmt/format.h>

#include <algorithm>

#include "harness/report/report.h"
#include "harness/report/words.h"

namespace ppp::harness {
namespace {

/// Safe inside a table cell.
std::string cell(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '|' || c == '\\' || c == '`' || c == '<') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

/// A code span that survives backticks in `text`.
std::string code(std::string_view text) {
  if (text.find('`') == std::string_view::npos)
    return fmt::format("`{}`", text);
  return fmt::format("`` {} ``", text);
}

/// A fenced block whose fence is longer than any run of backticks inside.
std::string fenced(std::string_view language, std::string_view text) {
  std::size_t longest = 2, run = 0;
  for (char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  std::string fence(longest + 1, '`');
  return fmt::format("{}{}\n{}{}{}\n", fence, language, text,
                     text.ends_with('\n') ? "" : "\n", fence);
}

std::string decision_alone(const Hotspot& spot) {
  if (const Proposal* won = accepted(spot)) {
    return won->strategy +
           (won->measured ? ", " + interval(*won->measured) : "");
  }
  if (!spot.candidate) {
    return spot.reasons.empty() ? "declined"
                                : "declined: " + spot.reasons[0].message;
  }
  if (spot.proposals.empty()) return "candidate";
  const Proposal& last = spot.proposals.back();
  return fmt::format("{}: {}{}{}", last.strategy, name(last.result),
                     last.why.empty() ? "" : ", ", last.why);
}

std::string decision(const Hotspot& spot) {
  std::string words = decision_alone(spot);
  if (!spot.assumptions.empty()) words += " (tested, not proven)";
  return words;
}

std::string hot_table(const Report& report) {
  if (report.hotspots.empty()) return "No loop above the threshold.\n";
  std::string out =
      "| share | loop | what it does | decision |\n|---:|---|---|---|\n";
  for (const Hotspot& spot : report.hotspots) {
    out += fmt::format("| {} | {} | {} | {} |\n", percent(spot.loop.share),
                       cell(place(spot.loop.span)), cell(loop_words(spot.loop)),
                       cell(decision(spot)));
  }
  return out;
}

std::string check_table(const Outcome& outcome) {
  if (outcome.checks.empty()) return "";
  std::string out =
      "\n## Checks\n\n| check | result | detail |\n|---|---|---|\n";
  for (const Assurance& item : outcome.assurances) {
    out += fmt::format("| {} | {} | {} |\n", cell(item.title),
                       name(item.result), cell(item.detail));
  }
  for (const Check& check : outcome.checks) {
    out += fmt::format("| {} | {} | {} |\n", cell(check.id), name(check.result),
                       cell(check.detail));
  }
  return out;
}

std::string reasoning(const Report& report) {
  std::string out;
  for (const Hotspot& spot : report.hotspots) {
    std::string lines;
    auto add = [&](const advisor::Reason& reason) {
      lines += "- " + cell(reason.message);
      for (const Span& span : reason.spans) lines += ", " + cell(place(span));
      lines += "\n";
      if (!reason.remedy.empty()) lines += "  - " + cell(reason.remedy) + "\n";
    };
    for (const advisor::Reason& reason : spot.reasons) add(reason);
    for (const advisor::Reason& reason : spot.evidence) add(reason);
    if (!spot.assumptions.empty()) {
      lines += "- " + cell(tested_words(spot)) + "\n";
    }
    if (lines.empty()) continue;
    out += fmt::format("\n### {}\n\n{}", cell(place(spot.loop.span)), lines);
  }
  return out.empty() ? "" : "\n## Reasoning\n" + out;
}

}  // namespace

std::string markdown_report(const Report& report) {
  const Outcome& outcome = report.outcome;
  std::string result = outcome.status == Outcome::Status::kFaster
                           ? faster_words(outcome)
                           : status_words(outcome.status);
  std::string out = fmt::format("# {}\n\n**{}**\n",
                                code(command_words(report.profile)), result);
  if (outcome.status != Outcome::Status::kFaster && !outcome.why.empty()) {
    out += "\n" + cell(outcome.why) + "\n";
  }
  out += fmt::format(
      "\nPython {}, {}, {}, {}. Profiled run: {} wall, {} CPU, {} samples.\n",
      report.profile.python, count(report.machine.cpus, "CPU"),
      report.machine.cpu_model, report.machine.kernel,
      seconds(report.profile.wall_s), seconds(report.profile.cpu_s),
      report.profile.samples);
  out += "\n## Hot loops\n\n" + hot_table(report) + check_table(outcome);
  if (!outcome.diff.empty()) {
    out += "\n## Patch\n\n" + fenced("diff", outcome.diff);
  }
  out += reasoning(report);
  if (!report.notes.empty()) out += "\n## Notes\n\n";
  for (const std::string& note : report.notes) out += "- " + cell(note) + "\n";
  return out;
}

}  // namespace ppp::harness

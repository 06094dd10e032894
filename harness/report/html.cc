// SPDX-License-Identifier: Apache-2.0
// The report as one page that needs nothing else: no script, no request.
#include <fmt/format.h>

#include <algorithm>

#include "harness/report/report.h"
#include "harness/report/words.h"

namespace ppp::harness {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --line: #8884; --bar: #4a90d9; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem;
       margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: .3rem .6rem; vertical-align: top;
         border-bottom: 1px solid var(--line); }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .8rem; border: 1px solid var(--line); }
.bar { height: .7rem; background: var(--bar); min-width: 1px; }
.add { color: #2a8a3e; } .del { color: #c0392b; } .at { color: #8a5ac2; }
.result { font-size: 1.2rem; font-weight: 600; }
.dim { opacity: .7; }
)css";

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string reasons_html(const Hotspot& spot) {
  std::string out;
  auto add = [&](const advisor::Reason& reason) {
    out += "<li>" + escaped(reason.message);
    for (const Span& span : reason.spans) {
      out += fmt::format(" <code class=dim>{}</code>", escaped(place(span)));
    }
    if (!reason.remedy.empty()) out += "<br>→ " + escaped(reason.remedy);
    out += "</li>";
  };
  for (const advisor::Reason& reason : spot.reasons) add(reason);
  for (const advisor::Reason& reason : spot.evidence) add(reason);
  if (!spot.assumptions.empty()) {
    out += "<li><b>" + escaped(tested_words(spot)) + "</b></li>";
  }
  for (const Proposal& proposal : spot.proposals) {
    out += fmt::format(
        "<li><b>{}</b>: {}, predicted {}{}{}</li>", escaped(proposal.strategy),
        name(proposal.result), times(proposal.predicted_speedup),
        proposal.measured ? ", measured " + interval(*proposal.measured) : "",
        proposal.why.empty() ? "" : ": " + escaped(proposal.why));
  }
  return "<ul>" + out + "</ul>";
}

std::string hot_html(const Report& report) {
  if (report.hotspots.empty()) return "<p>No loop above the threshold.</p>";
  std::string out = "<table><tr><th>share<th>loop<th>decision</tr>";
  for (const Hotspot& spot : report.hotspots) {
    out += fmt::format(
        "<tr><td style=\"width:8rem\">{}<div class=bar style=\"width:{:.1f}%\">"
        "</div><td><code>{}</code><br><span class=dim>{}</span><td>{}{}</tr>",
        percent(spot.loop.share), std::clamp(spot.loop.share, 0.0, 1.0) * 100,
        escaped(place(spot.loop.span)), escaped(loop_words(spot.loop)),
        spot.candidate ? "candidate" : "declined", reasons_html(spot));
  }
  return out + "</table>";
}

std::string lines_html(const Report& report) {
  std::vector<profiler::LineCost> lines = profiler::line_costs(report.profile);
  double whole = 0;
  for (const profiler::LineCost& line : lines) whole += line.self.wall_s;
  if (lines.size() > 20) lines.resize(20);
  std::string out = "<table><tr><th>own time<th>line<th>spent on</tr>";
  for (const profiler::LineCost& line : lines) {
    double share = whole > 0 ? line.self.wall_s / whole : 0;
    out += fmt::format(
        "<tr><td style=\"width:8rem\">{}<div class=bar style=\"width:{:.1f}%\">"
        "</div><td><code>{}:{}</code><td>{}</tr>",
        seconds(line.self.wall_s), share * 100, escaped(line.file), line.line,
        spent_words(line.self));
  }
  return out + "</table>";
}

std::string checks_html(const Outcome& outcome) {
  if (outcome.checks.empty()) return "";
  std::string out = "<h2>Checks</h2><table>";
  for (const Assurance& item : outcome.assurances) {
    out += fmt::format("<tr><td>{}<td>{}<td>{}</tr>", escaped(item.title),
                       name(item.result), escaped(item.detail));
  }
  for (const Check& check : outcome.checks) {
    out += fmt::format("<tr><td>{}<td>{}<td>{}</tr>", escaped(check.id),
                       name(check.result), escaped(check.detail));
  }
  return out + "</table>";
}

std::string diff_html(std::string_view diff) {
  if (diff.empty()) return "";
  std::string out = "<h2>Patch</h2><pre>";
  while (!diff.empty()) {
    std::size_t end = std::min(diff.find('\n'), diff.size() - 1) + 1;
    std::string_view line = diff.substr(0, end);
    diff.remove_prefix(end);
    const char* kind = line.starts_with('+')   ? "add"
                       : line.starts_with('-') ? "del"
                       : line.starts_with('@') ? "at"
                                               : "";
    out += fmt::format("<span class=\"{}\">{}</span>", kind, escaped(line));
  }
  return out + "</pre>";
}

}  // namespace

std::string html_report(const Report& report) {
  const Outcome& outcome = report.outcome;
  std::string command = escaped(command_words(report.profile));
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=en><meta charset=utf-8>"
      "<meta name=viewport content=\"width=device-width\">"
      "<title>{}</title><style>{}</style>\n<h1><code>{}</code></h1>",
      command, kStyle, command);
  out += fmt::format("<p class=result>{}</p>",
                     escaped(outcome.status == Outcome::Status::kFaster
                                 ? faster_words(outcome)
                                 : status_words(outcome.status)));
  if (outcome.status != Outcome::Status::kFaster) {
    out += "<p>" + escaped(outcome.why) + "</p>";
  }
  out += fmt::format(
      "<p class=dim>Python {}, {}, {}, {}; {} wall, {} CPU, {} samples</p>",
      escaped(report.profile.python), count(report.machine.cpus, "CPU"),
      escaped(report.machine.cpu_model), escaped(report.machine.kernel),
      seconds(report.profile.wall_s), seconds(report.profile.cpu_s),
      report.profile.samples);
  out += "<h2>Hot loops</h2>" + hot_html(report) + checks_html(outcome) +
         diff_html(outcome.diff) + "<h2>Lines</h2>" + lines_html(report);
  for (const std::string& note : report.notes) {
    out += "<p>note: " + escaped(note) + "</p>";
  }
  return out + "</html>\n";
}

}  // namespace ppp::harness

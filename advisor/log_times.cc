// SPDX-License-Identifier: Apache-2.0
#include "advisor/log_times.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "advisor/log_set_up.h"

namespace ppp::advisor::clock {
namespace {

constexpr std::string_view kDefaultDates = "%Y-%m-%d %H:%M:%S,%f";

/// How a call says what its records look like.
struct Layout {
  Node format;
  Node dates;
  Node style;
};

std::optional<Layout> layout_of(Node call) {
  const std::string_view function = call.field("function").text();
  if (function == "logging.basicConfig") {
    return Layout{keyword(call, "format"), keyword(call, "datefmt"),
                  keyword(call, "style")};
  }
  if (function != "logging.Formatter") return std::nullopt;
  Layout layout{keyword(call, "fmt"), keyword(call, "datefmt"),
                keyword(call, "style")};
  Node* const places[] = {&layout.format, &layout.dates, &layout.style};
  std::size_t next = 0;
  for (Node argument : call.field("arguments").children()) {
    if (argument.is("keyword_argument")) continue;
    if (next < std::size(places)) *places[next++] = argument;
  }
  return layout;
}

std::string field_name(const Field& field, bool percent) {
  if (!percent || field.name.size() < 2) return field.name;
  return field.name.substr(1, field.name.size() - 2);
}

bool counts_time(std::string_view name) {
  return name == "created" || name == "msecs" || name == "relativeCreated";
}

bool has_clock(const Pieces& pieces) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [](const Piece& piece) { return piece.clock; });
}

/// nullopt: the message does not stand in it once, or no time does.
std::optional<TimedRecord> read_format(const std::vector<Field>& fields,
                                       bool percent, const Pieces& time) {
  TimedRecord record;
  int messages = 0;
  for (const Field& field : fields) {
    Pieces& pieces = messages == 0 ? record.before : record.after;
    pieces.push_back({false, false, field.before});
    if (!field.present) continue;
    const std::string name = field_name(field, percent);
    if (name == "message") {
      ++messages;
    } else if (name == "asctime") {
      pieces.insert(pieces.end(), time.begin(), time.end());
    } else {
      pieces.push_back({true, counts_time(name), ""});
    }
  }
  const bool timed = has_clock(record.before) || has_clock(record.after);
  if (messages != 1 || !timed) return std::nullopt;
  return record;
}

std::optional<TimedRecord> timed_record(const Project& project,
                                        const SourceFile& file, Node call) {
  const std::optional<Layout> layout = layout_of(call);
  if (!layout || !layout->format) return std::nullopt;
  const auto format = known_text(project, file, layout->format);
  std::optional<std::string> dates(kDefaultDates);
  if (layout->dates && !layout->dates.is("none")) {
    dates = known_text(project, file, layout->dates);
  }
  const auto style = layout->style ? written_text(layout->style) : "%";
  if (!format || !dates || !style) return std::nullopt;
  if (dates->empty()) dates = kDefaultDates;
  const bool percent = *style == "%";
  if (!percent && *style != "{") return std::nullopt;
  const auto fields = percent ? percent_fields(*format) : brace_fields(*format);
  if (!fields) return std::nullopt;
  auto record = read_format(*fields, percent, strftime_pieces(*dates));
  if (record) record->span = file.span(call.range());
  return record;
}

}  // namespace

std::vector<TimedRecord> timed_records(const Project& project) {
  std::vector<TimedRecord> records;
  for (const SourceFile& file : project.files) {
    if (file.text().find("logging") == std::string::npos) continue;
    walk(file.root(), [&](Node node) {
      if (!node.is("call")) return true;
      if (auto record = timed_record(project, file, node)) {
        records.push_back(std::move(*record));
      }
      return true;
    });
  }
  const bool unknown =
      !records.empty() && (odd_set_up(project) || other_handlers(project));
  return unknown ? std::vector<TimedRecord>() : records;
}

}  // namespace ppp::advisor::clock

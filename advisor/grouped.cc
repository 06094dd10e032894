// SPDX-License-Identifier: Apache-2.0
#include "advisor/grouped.h"

#include "advisor/dependence.h"

namespace ppp::advisor {
namespace {

std::optional<Loop> loop_at(const SourceFile& source, std::uint32_t begin) {
  for (Loop& one : find_loops(source)) {
    if (one.hot.range.begin == begin) return std::move(one);
  }
  return std::nullopt;
}

/// The work is all that the new loop does.
bool is_whole_body(const Node& around, const Candidate& made) {
  const Work& work = made.work;
  if (!work.prelude.empty() || !work.results.empty()) return false;
  const Node body = around.field("body");
  if (!around.is("for_statement")) return work.expression == body.range();
  return work.statements.size() == 1 && body.children().size() == 1 &&
         work.statements[0] == body.child(0).range();
}

/// What stands between the brackets, with `head` for the first clause.
std::string without_clause(const SourceFile& source, Node comprehension,
                           const std::string& head) {
  const std::string& text = source.text();
  const ByteRange all = comprehension.range();
  const ByteRange clause = comprehension.child(1).range();
  std::string element =
      text.substr(all.begin + 1, clause.begin - all.begin - 1);
  const std::string rest = text.substr(clause.end, all.end - 1 - clause.end);
  if (!head.empty()) return element + head + rest;
  const std::size_t last = comprehension.child(0).range().end - all.begin - 1;
  // A comment there needs the end of its line.
  const bool blank =
      element.find_first_not_of(" \t\r\n", last) == std::string::npos;
  return (blank ? element.substr(0, last) : element) + rest;
}

bool lines_inside_strings(Node node) {
  bool found = false;
  walk(node, [&](Node part) {
    found = found || (part.is("string") &&
                      part.text().find('\n') != std::string_view::npos);
    return !found;
  });
  return found;
}

std::string indented(const std::string& text, const std::string& unit) {
  std::string result;
  for (char one : text) {
    result += one;
    if (one == '\n') result += unit;
  }
  return result;
}

}  // namespace

std::string new_word(const SourceFile& source,
                     std::initializer_list<const char*> words) {
  for (const char* word : words) {
    if (source.text().find(word) == std::string::npos) return word;
  }
  return "";
}

std::optional<Nested> nested(const SourceFile& source, Node comprehension,
                             const std::string& head,
                             const std::string& around) {
  const std::string value = new_word(source, {"value", "result", "entry"});
  const std::string values = new_word(source, {"values", "results", "entries"});
  if (value.empty() || values.empty()) return std::nullopt;
  const std::string& text = source.text();
  const ByteRange all = comprehension.range();
  const std::uint32_t line = source.line_begin(source.line_of(all.begin));
  const std::size_t word = text.find_first_not_of(" \t\f", line);
  const std::string newline =
      text.find("\r\n") == std::string::npos ? "\n" : "\r\n";
  const std::string indent = newline + text.substr(line, word - line);
  std::string list = "[" + without_clause(source, comprehension, head) + "]";
  if (!lines_inside_strings(comprehension)) {
    list = indented(list, "    ");
  }
  const std::string before = text.substr(all.begin, 1) + indent + "    " +
                             value + indent + "    for " + values + " in ";
  return Nested{
      {all, before + "[" + list + " for " + around + "]" + indent + "    for " +
                value + " in " + values + indent + text.substr(all.end - 1, 1)},
      static_cast<std::uint32_t>(before.size())};
}

std::optional<Candidate> grouped_candidate(const Project& project,
                                           const Loop& loop,
                                           const std::vector<Edit>& edits,
                                           std::uint32_t around,
                                           const std::function<bool()>& stop) {
  const Project grouped = edited_in_place(project, *loop.source, edits);
  std::optional<Loop> outer =
      loop_at(*grouped.find(loop.source->file()), around);
  if (!outer) return std::nullopt;
  Judgement judged =
      judge(grouped, builtin_library(), {*outer}, nullptr, stop).front();
  if (!judged.candidate) return std::nullopt;
  Candidate& made = *judged.candidate;
  const bool same =
      made.assumptions.empty() && made.process_obstacles.empty() &&
      !made.early_exit && made.work_obstacles.empty() && !made.work.prints &&
      !made.work.leaves_items() && made.work.loggers.empty() &&
      made.work.per_worker.empty() && is_whole_body(outer->node, made);
  if (!same) return std::nullopt;
  made.split = edits;
  made.work_share = 1;
  made.loop = loop.hot;
  made.loop.range = outer->hot.range;
  made.kernel.reset();
  made.ordered_kernel.reset();
  return std::move(made);
}

}  // namespace ppp::advisor

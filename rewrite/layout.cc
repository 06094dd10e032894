// SPDX-License-Identifier: Apache-2.0
#include "rewrite/layout.h"

#include <algorithm>

namespace ppp::rewrite {
namespace {

using advisor::Node;
using advisor::SourceFile;

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// The line with this number, its line end included.
ByteRange line_range(const SourceFile& source, int line) {
  return {source.line_begin(line), source.line_begin(line + 1)};
}

std::uint32_t without_line_end(const SourceFile& source, ByteRange line) {
  const std::string& text = source.text();
  while (line.end > line.begin &&
         (text[line.end - 1] == '\n' || text[line.end - 1] == '\r')) {
    --line.end;
  }
  return line.end;
}

bool blank_line(const SourceFile& source, int line) {
  return blank(source.slice(line_range(source, line)));
}

std::string leading_space(std::string_view line) {
  std::size_t end = line.find_first_not_of(" \t\f");
  return std::string(line.substr(0, std::min(end, line.size())));
}

}  // namespace

std::string on_line(Node node) {
  return " on line " + std::to_string(node.line());
}

std::string newline_of(const SourceFile& source) {
  std::size_t at = source.text().find('\n');
  bool crlf =
      at != std::string::npos && at > 0 && source.text()[at - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

std::string indent_of(const SourceFile& source, std::uint32_t byte) {
  ByteRange line = line_range(source, source.line_of(byte));
  return leading_space(source.slice(line));
}

bool begins_line(const SourceFile& source, std::uint32_t byte) {
  return blank(source.slice({source.line_begin(source.line_of(byte)), byte}));
}

bool ends_line(const SourceFile& source, std::uint32_t byte) {
  ByteRange line = line_range(source, source.line_of(byte));
  std::string_view rest = source.slice({byte, std::max(byte, line.end)});
  std::size_t at = rest.find_first_not_of(" \t\f\r\n");
  return at == std::string_view::npos || rest[at] == '#';
}

std::string indent_unit(const SourceFile& source, Node block_parent) {
  std::string unit = "    ";
  bool found = false;
  auto try_block = [&](Node parent, Node block) {
    Node first = block.child(0);
    if (!first || !begins_line(source, first.range().begin)) return;
    std::string outer = indent_of(source, parent.range().begin);
    std::string inner = indent_of(source, first.range().begin);
    if (inner.size() <= outer.size() || !inner.starts_with(outer)) return;
    unit = inner.substr(outer.size());
    found = true;
  };
  try_block(block_parent, block_parent.field("body"));
  if (found) return unit;
  advisor::walk(source.root(), [&](Node node) {
    if (!found && node.is("block")) try_block(node.parent(), node);
    return !found;
  });
  return unit;
}

std::set<int> lines_in_strings(Node node) {
  std::set<int> lines;
  advisor::walk(node, [&](Node inner) {
    if (!inner.is("string")) return true;
    for (int line = inner.line() + 1; line <= inner.end_line(); ++line) {
      lines.insert(line);
    }
    return false;
  });
  return lines;
}

std::vector<Edit> indent_lines(const SourceFile& source, ByteRange range,
                               const std::string& unit,
                               const std::vector<Edit>& replaced) {
  std::vector<Edit> edits;
  std::set<int> in_strings = lines_in_strings(source.root());
  std::string base = indent_of(source, range.begin);
  int last =
      source.line_of(range.end == range.begin ? range.end : range.end - 1);
  for (int line = source.line_of(range.begin); line <= last; ++line) {
    ByteRange whole = line_range(source, line);
    std::string_view text = source.slice(whole);
    if (blank(text) || in_strings.contains(line)) continue;
    std::uint32_t at = whole.begin;
    if (text.starts_with(base)) at += static_cast<std::uint32_t>(base.size());
    // One that begins before the line's first word brings its own indentation.
    const auto word = whole.begin + static_cast<std::uint32_t>(
                                        text.find_first_not_of(" \t\f"));
    bool gone =
        std::any_of(replaced.begin(), replaced.end(), [&](const Edit& edit) {
          return edit.range.begin <= at && at < edit.range.end &&
                 (edit.range.begin < word || edit.text.empty());
        });
    if (gone) continue;
    edits.push_back({{at, at}, unit});
  }
  return edits;
}

std::string moved_text(const SourceFile& source, ByteRange range,
                       const std::string& indent) {
  std::set<int> in_strings = lines_in_strings(source.root());
  std::string from = indent_of(source, range.begin);
  std::string result;
  int first = source.line_of(range.begin);
  int last = source.line_of(range.empty() ? range.begin : range.end - 1);
  for (int line = first; line <= last; ++line) {
    ByteRange part = line_range(source, line);
    if (line == first) part.begin = range.begin;
    if (line == last) part.end = range.end;
    std::string_view text = source.slice(part);
    if (line > first && !in_strings.contains(line)) {
      std::size_t drop = 0;
      while (drop < from.size() && drop < text.size() &&
             text[drop] == from[drop]) {
        ++drop;
      }
      text.remove_prefix(drop);
      if (!blank(text)) result += indent;
    }
    result += text;
  }
  return result;
}

ByteRange whole_lines(const SourceFile& source, ByteRange range,
                      bool with_comments_above) {
  int first = source.line_of(range.begin);
  auto is_comment = [&](int line) {
    std::string_view text = source.slice(line_range(source, line));
    std::size_t at = text.find_first_not_of(" \t\f");
    return at != std::string_view::npos && text[at] == '#';
  };
  while (with_comments_above && first > 1 && is_comment(first - 1)) --first;
  int last = source.line_of(range.empty() ? range.begin : range.end - 1);
  return {
      source.line_begin(first),
      std::max(range.end, without_line_end(source, line_range(source, last)))};
}

std::string missing_blank_lines(const SourceFile& source, std::uint32_t byte,
                                int wanted) {
  std::string text;
  int line = source.line_of(byte);
  int there = 0;
  while (there < wanted && line - there > 1 &&
         blank_line(source, line - there - 1)) {
    ++there;
  }
  if (line - there <= 1) return text;
  for (; there < wanted; ++there) text += newline_of(source);
  return text;
}

}  // namespace ppp::rewrite

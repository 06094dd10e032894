// SPDX-License-Identifier: Apache-2.0
// Lines and indentation of a source: what an edit must know to keep the look of
// the code around it.

#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "advisor/source_file.h"
#include "rewrite/patch.h"

namespace ppp::rewrite {

/// Of a line that we write.
constexpr std::size_t kWidth = 79;

/// " on line 7"
std::string on_line(advisor::Node node);

/// "\n" or "\r\n", by the first line.
std::string newline_of(const advisor::SourceFile& source);

/// The white space that begins the line of `byte`.
std::string indent_of(const advisor::SourceFile& source, std::uint32_t byte);

/// Nothing but white space stands before / after on the line. A comment counts
/// as nothing for `ends_line`.
bool begins_line(const advisor::SourceFile& source, std::uint32_t byte);
bool ends_line(const advisor::SourceFile& source, std::uint32_t byte);

/// One step of indentation, as used below `block_parent`; four spaces when its
/// body does not show it.
std::string indent_unit(const advisor::SourceFile& source,
                        advisor::Node block_parent);

/// Lines (1-based) that begin inside a string: they must not be indented.
std::set<int> lines_in_strings(advisor::Node node);

/// Insertions that indent the lines of `range` by `unit`. Lines that begin
/// strictly inside one of `replaced` are left out.
std::vector<Edit> indent_lines(const advisor::SourceFile& source,
                               ByteRange range, const std::string& unit,
                               const std::vector<Edit>& replaced);

/// The lines of `range` moved to another indentation. The first line has none,
/// the last no line end.
std::string moved_text(const advisor::SourceFile& source, ByteRange range,
                       const std::string& indent);

/// From the start of the first comment line right above to the end of
/// `range`'s last line, a comment there included, its line end not.
ByteRange whole_lines(const advisor::SourceFile& source, ByteRange range,
                      bool with_comments_above);

/// Line ends that make `wanted` blank lines in front of the line of `byte`;
/// none at the start of the file.
std::string missing_blank_lines(const advisor::SourceFile& source,
                                std::uint32_t byte, int wanted);

}  // namespace ppp::rewrite

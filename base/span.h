// SPDX-License-Identifier: Apache-2.0
// Places in source text: byte ranges inside one file and lines for people.

#pragma once

#include <cstdint>
#include <string>

namespace ppp {

/// Half-open range of bytes of one file's text.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(const ByteRange& other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool overlaps(const ByteRange& other) const {
    return begin < other.end && other.begin < end;
  }
  auto operator<=>(const ByteRange&) const = default;
};

/// Lines of a file, 1-based, both ends included. `file` is relative to the
/// working directory of the run when it lies below it, else absolute.
struct Span {
  std::string file;
  int line = 0;
  int end_line = 0;

  auto operator<=>(const Span&) const = default;
};

}  // namespace ppp

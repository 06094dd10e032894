// SPDX-License-Identifier: Apache-2.0
#include "profiler/word_watch.h"

#include <algorithm>
#include <cstring>

namespace ppp::profiler {
namespace {

// A piece more costs as much as some KB. Far less than a page: what lies
// between two words is on their pages.
constexpr Address kGap = 512;

}  // namespace

void WordWatch::clear() {
  words_.clear();
  pieces_.clear();
}

void WordWatch::add(Address at, Address value) {
  words_.push_back({at, value});
  pieces_.clear();
}

void WordWatch::lay_out() {
  std::ranges::sort(words_, {}, &Word::at);
  std::size_t size = 0;
  for (Word& word : words_) {
    const bool close = !pieces_.empty() && word.at - pieces_.back().from <=
                                               pieces_.back().size + kGap;
    if (!close) pieces_.push_back({word.at, nullptr, 0});
    RemoteRange& piece = pieces_.back();
    const std::size_t end = word.at - piece.from + sizeof word.value;
    size += std::max(piece.size, end) - piece.size;
    piece.size = std::max(piece.size, end);
    word.place = size - sizeof word.value;
  }
  bytes_.resize(size);
  std::size_t place = 0;
  for (RemoteRange& piece : pieces_) {
    piece.to = bytes_.data() + place;
    place += piece.size;
  }
}

bool WordWatch::hold(RemoteMemory& memory) {
  if (words_.empty()) return false;
  if (pieces_.empty()) lay_out();
  if (memory.read_ranges(pieces_) != bytes_.size()) return false;
  return std::ranges::all_of(words_, [this](const Word& word) {
    return std::memcmp(bytes_.data() + word.place, &word.value,
                       sizeof word.value) == 0;
  });
}

}  // namespace ppp::profiler

// SPDX-License-Identifier: Apache-2.0
// Words of another process's memory, and whether they still are what they were:
// one call, in which words that stand close are one piece.

#pragma once

#include <cstddef>
#include <vector>

#include "profiler/remote_memory.h"

namespace ppp::profiler {

class WordWatch {
 public:
  WordWatch() = default;
  WordWatch(const WordWatch&) = delete;
  WordWatch& operator=(const WordWatch&) = delete;

  void clear();
  /// `value`: what stands at `at` by now.
  void add(Address at, Address value);

  /// False where one is another, or is not to be read, or there are none.
  bool hold(RemoteMemory& memory);

 private:
  struct Word {
    Address at = 0;
    Address value = 0;
    std::size_t place = 0;  // in bytes_
  };

  void lay_out();

  std::vector<Word> words_;
  std::vector<RemoteRange> pieces_;  // none: to be laid out
  std::vector<std::byte> bytes_;
};

}  // namespace ppp::profiler

// SPDX-License-Identifier: Apache-2.0
// Looks on while a program runs: ends it when it fills the disk or the memory,
// and measures how much memory it holds with all that it started.

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace ppp::harness {

/// What one run may write.
struct Limits {
  std::uint64_t printed = 256U << 20;      ///< bytes of stdout or stderr
  std::uint64_t file = 1ULL << 30;         ///< bytes of any one file
  std::uint64_t written = 4ULL << 30;      ///< bytes in all files together
  std::uint64_t left_free = 256ULL << 20;  ///< bytes to leave on the disk
  std::uint64_t memory = 0;  ///< bytes of all its processes; 0: no limit

  bool operator==(const Limits&) const = default;
};

/// "1 GiB", "256 MiB", "900 bytes", rounded down.
std::string in_units(std::uint64_t bytes);
/// "1230 MiB".
std::string in_mebibytes(std::uint64_t bytes);

/// While it lives, looks at the sizes now and then and kills the program when
/// one is over its limit. Memory is looked at a fiftieth of the time at most.
class Watch {
 public:
  struct Paths {
    std::string out;
    std::string err;
    std::string scratch;
  };
  /// `pid` is set by the child itself once it runs; 0 until then.
  Watch(Limits limits, Paths paths, const std::atomic<int>& pid);
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch();

  /// Ends the watch. Says what was too much, or "".
  std::string stop();

  /// Bytes that all processes held together at the fullest moment that was
  /// seen, a tenth of a second apart at least; 0: the run was shorter than
  /// that. After stop().
  std::uint64_t peak_memory() const { return peak_memory_; }

 private:
  void look_on();
  void look_at_memory();
  std::string excess(bool thorough) const;

  Limits limits_;
  Paths paths_;
  const std::atomic<int>& pid_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
  std::string found_;
  std::uint64_t peak_memory_ = 0;
  std::thread thread_;
};

}  // namespace ppp::harness

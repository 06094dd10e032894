// SPDX-License-Identifier: Apache-2.0
// What the kernel hands over of a thread that it interrupted: its registers and
// the top of its stack. And the records in which it does so.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "profiler/remote_memory.h"

namespace ppp::profiler::native {

/// The general registers of x86-64, numbered as DWARF does.
enum Register : int {
  kRax,
  kRdx,
  kRcx,
  kRbx,
  kRsi,
  kRdi,
  kRbp,
  kRsp,
  kR8,
  kR15 = kR8 + 7,
  kRip
};
inline constexpr int kRegisterCount = kRip + 1;

/// One moment of one thread. `stack` begins at the stack pointer and is
/// borrowed.
struct Snapshot {
  std::uint64_t time_ns = 0;  ///< CLOCK_MONOTONIC
  std::array<Address, kRegisterCount> registers{};
  std::span<const std::byte> stack;
};

/// Of user registers perf gives those of this mask, in the order of its bits:
/// all of the above.
inline constexpr std::uint64_t kPerfRegisters = 0xff01ff;

/// What is known of one record.
enum class RecordKind {
  kSnapshot,
  kMapped,  ///< the thread has mapped something that can be executed
  kLost,    ///< there was no room for some
  kOther,   ///< also one that makes no sense
};

struct Record {
  RecordKind kind = RecordKind::kOther;
  Snapshot snapshot;       ///< of kSnapshot
  std::uint64_t lost = 0;  ///< of kLost
};

/// Reads one record, the header included, of an event that was opened with
/// TIME, REGS_USER and STACK_USER. Pure. kOther for a thread that ran 32-bit
/// code, and for the kernel's own.
Record parse_record(std::span<const std::byte> bytes);

}  // namespace ppp::profiler::native

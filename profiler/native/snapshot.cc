// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/snapshot.h"

#include <linux/perf_event.h>

#include <bit>
#include <cstring>
#include <optional>

namespace ppp::profiler::native {
namespace {

// By the bits of kPerfRegisters: what <asm/perf_regs.h> lists.
constexpr std::array<int, 17> kPerfOrder = {
    kRax, kRbx,    kRcx,    kRdx,    kRsi,    kRdi,    kRbp,    kRsp, kRip,
    kR8,  kR8 + 1, kR8 + 2, kR8 + 3, kR8 + 4, kR8 + 5, kR8 + 6, kR15};
static_assert(std::popcount(kPerfRegisters) ==
              static_cast<int>(kPerfOrder.size()));

// The bytes of a record, taken from the front.
class Bytes {
 public:
  explicit Bytes(std::span<const std::byte> bytes) : rest_(bytes) {}

  std::optional<std::uint64_t> word() {
    if (rest_.size() < 8) return std::nullopt;
    std::uint64_t value = 0;
    std::memcpy(&value, rest_.data(), 8);
    rest_ = rest_.subspan(8);
    return value;
  }
  std::optional<std::span<const std::byte>> take(std::uint64_t size) {
    if (rest_.size() < size) return std::nullopt;
    const auto taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

 private:
  std::span<const std::byte> rest_;
};

// time, ABI, registers, size of the stack, stack, how much of it is real.
bool read_snapshot(Bytes bytes, Snapshot& snapshot) {
  const auto time = bytes.word();
  const auto abi = bytes.word();
  if (!time || !abi || *abi != PERF_SAMPLE_REGS_ABI_64) return false;
  snapshot.time_ns = *time;
  for (const int number : kPerfOrder) {
    const auto value = bytes.word();
    if (!value) return false;
    snapshot.registers[static_cast<std::size_t>(number)] = *value;
  }
  const auto size = bytes.word();
  if (!size || *size == 0) return false;
  const auto stack = bytes.take(*size);
  const auto real = bytes.word();
  if (!stack || !real || *real > *size) return false;
  snapshot.stack = stack->first(*real);
  return true;
}

}  // namespace

Record parse_record(std::span<const std::byte> bytes) {
  Record record;
  perf_event_header header = {};
  if (bytes.size() < sizeof header) return record;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.size < sizeof header || header.size > bytes.size()) return record;
  Bytes body(bytes.subspan(sizeof header, header.size - sizeof header));
  switch (header.type) {
    case PERF_RECORD_SAMPLE:
      if (read_snapshot(body, record.snapshot)) {
        record.kind = RecordKind::kSnapshot;
      }
      break;
    case PERF_RECORD_MMAP:
      record.kind = RecordKind::kMapped;
      break;
    case PERF_RECORD_LOST:
      body.word();  // which event
      if (const auto lost = body.word()) {
        record.kind = RecordKind::kLost;
        record.lost = *lost;
      }
      break;
    default:
      break;
  }
  return record;
}

}  // namespace ppp::profiler::native

// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/loop_position.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace ppp::profiler::native {
namespace {

constexpr int kFirstSlot = 32;
constexpr std::size_t kMostSlots = 512;
constexpr int kLeastVotes = 6;
constexpr int kLeastLoads = 40;
constexpr std::size_t kMostCalls = 10'000;

std::optional<Frame> line_at(Address address, std::span<const Bytecode> codes,
                             const LineOf& line_of) {
  for (const Bytecode& code : codes) {
    if (address <= code.begin || address > code.end) continue;
    if ((address - code.begin) % 2 != 0) continue;
    // The next instruction follows the one that is executed.
    return line_of(code, (address - code.begin) / 2 - 1);
  }
  return std::nullopt;
}

// As instructions number registers.
constexpr std::array<int, 16> kNumbered = {
    kRax, kRcx,    kRdx,    kRbx,    kRsp,    kRbp,    kRsi,    kRdi,
    kR8,  kR8 + 1, kR8 + 2, kR8 + 3, kR8 + 4, kR8 + 5, kR8 + 6, kR8 + 7};

// Whether code may go elsewhere for good here, or move the stack pointer:
// jumps, returns (behind a pop), additions. A byte may be a part of another
// instruction: then it ends too soon.
bool leaves(std::string_view code) {
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(code[at]);
  };
  const bool jumps = byte(0) == 0xeb || byte(0) == 0xe9 ||
                     (byte(0) == 0xff && (byte(1) >> 3 & 7) == 4);
  const bool returns = (byte(0) & 0xf8) == 0x58 && byte(1) == 0xc3;
  const bool moves = byte(0) == 0x48 && (byte(1) == 0x83 || byte(1) == 0x81) &&
                     (byte(2) == 0xc4 || byte(2) == 0xec);
  return jumps || returns || moves;
}

bool same_line(const Frame& a, const Frame& b) {
  return a.line == b.line && a.function == b.function && a.file == b.file;
}

}  // namespace

std::vector<Pointer> find_pointers(std::span<const Address> registers,
                                   std::span<const std::byte> slots,
                                   std::span<const Bytecode> codes,
                                   const LineOf& line_of) {
  std::vector<Pointer> found;
  for (std::size_t i = 0; i < registers.size(); ++i) {
    if (auto line = line_at(registers[i], codes, line_of)) {
      found.push_back({static_cast<int>(i), std::move(*line)});
    }
  }
  const std::size_t count = std::min(slots.size() / 8, kMostSlots);
  for (std::size_t i = 1; i <= count; ++i) {
    Address value = 0;
    std::memcpy(&value, slots.data() + slots.size() - 8 * i, 8);
    if (auto line = line_at(value, codes, line_of)) {
      found.push_back({kFirstSlot + static_cast<int>(i), std::move(*line)});
    }
  }
  return found;
}

std::optional<int> slot_place(std::size_t size, std::size_t above) {
  if (above % 8 != 0 || size % 8 != 0 || above >= size) return std::nullopt;
  return kFirstSlot + static_cast<int>((size - above) / 8);
}

// A load of 64 bits: a prefix, 8B, which register and that an address by
// another follows, the stack pointer, and the distance in one byte or four.
std::optional<std::size_t> loaded_from(std::string_view code, int place,
                                       std::optional<std::size_t> base) {
  const auto byte = [&](std::size_t at) {
    return at < code.size() ? static_cast<unsigned char>(code[at]) : 0U;
  };
  // The distance in an operand on the stack, which is named from `at` on: above
  // the stack pointer, or as a rule below the base pointer.
  const auto above = [&](std::size_t at) -> std::optional<std::size_t> {
    const bool by_base = base && (byte(at) & 7) == 5;
    if (!by_base && ((byte(at) & 7) != 4 || byte(at + 1) != 0x24)) {
      return std::nullopt;
    }
    const unsigned mode = byte(at) >> 6;
    if (mode != 1 && mode != 2) return std::nullopt;
    at += by_base ? 1 : 2;
    std::uint32_t word = byte(at);
    for (std::size_t i = 1; i < 4 && mode == 2; ++i) {
      word |= byte(at + i) << (8 * i);
    }
    const std::int64_t distance = mode == 1 ? static_cast<std::int8_t>(word)
                                            : static_cast<std::int32_t>(word);
    return (by_base ? *base : 0) + static_cast<std::size_t>(distance);
  };
  const auto number = std::ranges::find(kNumbered, place) - kNumbered.begin();
  if (number == std::ssize(kNumbered)) return std::nullopt;
  const unsigned prefix = number < 8 ? 0x48 : 0x4c;
  std::size_t end = 0;
  std::optional<std::size_t> found;
  for (; !found; ++end) {
    if (end + 8 > code.size() || leaves(code.substr(end))) return std::nullopt;
    const bool loads = byte(end) == prefix && byte(end + 1) == 0x8b &&
                       (byte(end + 2) >> 3 & 7) == (number & 7);
    if (loads) found = above(end + 2);
  }
  // Any other use of that place that is no load may be a store.
  for (std::size_t at = 1; at + 1 < end; ++at) {
    const auto other = above(at);
    const bool overlaps = other && *other < *found + 8 && *found < *other + 16;
    if (overlaps && byte(at - 1) != 0x8b) return std::nullopt;
  }
  return found;
}

// push %rbp; mov %rsp, %rbp, maybe behind an endbr64.
bool keeps_base(std::string_view code) {
  if (code.starts_with("\xf3\x0f\x1e\xfa")) code.remove_prefix(4);
  return code.starts_with("\x55\x48\x89\xe5");
}

// Loads of a byte or two that fill a register with zeroes: 0F B6 or 0F B7,
// maybe with a prefix that names the upper registers. Found by their bytes:
// what is taken for one by chance is of any register.
int instruction_register(std::string_view code) {
  std::array<int, 16> counts{};
  const auto byte = [&](std::size_t at) {
    return static_cast<unsigned char>(code[at]);
  };
  for (std::size_t at = 1; at + 4 < code.size(); ++at) {
    if (byte(at) != 0x0f || (byte(at + 1) & 0xfe) != 0xb6) continue;
    const bool upper = (byte(at - 1) & 0xf1) == 0x41;
    const int mode = byte(at + 2) >> 6;
    int base = byte(at + 2) & 7;
    if (base == 4) {  // one more byte: no index, or it is something else
      if ((byte(at + 3) & 0x38) != 0x20) continue;
      base = byte(at + 3) & 7;
      if (mode == 0 && base == 5) continue;
      if (base == 4 && !upper) continue;  // the stack
    } else if (mode == 0 && base == 5) {
      continue;  // relative to the code
    }
    if (mode == 0 || mode == 1)
      ++counts[static_cast<std::size_t>(base + 8 * upper)];
  }
  const auto most = std::ranges::max_element(counts);
  const auto best = static_cast<std::size_t>(most - counts.begin());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i != best && 3 * counts[i] > 2 * *most) return -1;
  }
  if (*most < kLeastLoads) return -1;
  return kNumbered[best];
}

void LoopPosition::learn(const LoopFrame& frame, const Frame* line) {
  if (!line || frame.innermost) return;
  if (calls_.size() >= kMostCalls && !calls_.contains(frame.ip)) return;
  for (const Pointer& pointer : frame.pointers) {
    if (pointer.place < kFirstSlot) continue;
    Votes& votes = calls_[frame.ip][pointer.place];
    ++(same_line(pointer.line, *line) ? votes.agreed : votes.disagreed);
  }
}

std::optional<Frame> LoopPosition::line(const LoopFrame& frame) const {
  for (const Pointer& pointer : frame.pointers) {
    if (pointer.place == register_) return pointer.line;
  }
  if (frame.innermost) return std::nullopt;
  const auto call = calls_.find(frame.ip);
  const auto votes_of = [&](const Pointer& pointer) {
    if (call == calls_.end()) return Votes();
    const auto votes = call->second.find(pointer.place);
    return votes == call->second.end() ? Votes() : votes->second;
  };
  const auto was_wrong = [&](const Pointer& pointer) {
    const Votes votes = votes_of(pointer);
    return votes.disagreed >= 3 && votes.disagreed > votes.agreed;
  };
  for (const Pointer& pointer : frame.pointers) {
    if (pointer.place == frame.loaded && !was_wrong(pointer)) {
      return pointer.line;
    }
  }
  const Frame* found = nullptr;
  for (const Pointer& pointer : frame.pointers) {
    const Votes votes = votes_of(pointer);
    if (votes.agreed >= kLeastVotes && 10 * votes.disagreed <= votes.agreed) {
      found = &pointer.line;
    }
  }
  if (!found) return std::nullopt;
  // Another line is in a place that was wrong here before.
  for (const Pointer& pointer : frame.pointers) {
    if (pointer.place >= kFirstSlot && !same_line(pointer.line, *found) &&
        !was_wrong(pointer)) {
      return std::nullopt;
    }
  }
  return *found;
}

}  // namespace ppp::profiler::native

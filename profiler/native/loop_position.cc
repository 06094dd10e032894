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
  // As the instruction numbers them: rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi.
  static constexpr std::array<int, 8> kLower = {kRax, kRcx, kRdx, kRbx,
                                                kRsp, kRbp, kRsi, kRdi};
  const auto most = std::ranges::max_element(counts);
  const auto best = static_cast<std::size_t>(most - counts.begin());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i != best && 3 * counts[i] > 2 * *most) return -1;
  }
  if (*most < kLeastLoads) return -1;
  return best < 8 ? kLower[best] : static_cast<int>(best - 8) + kR8;
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
  if (call == calls_.end()) return std::nullopt;
  const auto votes_of = [&](const Pointer& pointer) {
    const auto votes = call->second.find(pointer.place);
    return votes == call->second.end() ? Votes() : votes->second;
  };
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
    const Votes votes = votes_of(pointer);
    const bool wrong = votes.disagreed >= 3 && votes.disagreed > votes.agreed;
    if (pointer.place >= kFirstSlot && !same_line(pointer.line, *found) &&
        !wrong) {
      return std::nullopt;
    }
  }
  return *found;
}

}  // namespace ppp::profiler::native

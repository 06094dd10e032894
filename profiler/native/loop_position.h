// SPDX-License-Identifier: Apache-2.0
// Where the interpreter's loop keeps the address of the next instruction.
//
// Compilers do not say. As a rule it is one register for the whole loop, which
// every instruction sets anew. It shows in the loop's code: nothing else is the
// base of so many loads of a byte or two. Where it points into the bytecode, it
// is believed.
//
// Where it is one that calls destroy, the code behind a call loads it again, as
// a rule at once: from a slot of the loop's frame, which shows in that code.
// Else, and where a register holds something else, as it may around single
// calls, the address is in some slot; but so are those of earlier instructions.
// Such slots are believed only with evidence, each where it calls: a snapshot
// is most likely of the line of a sample of Python's frames that was taken
// within microseconds; and, while samples stay at a line for long, of that
// between two of them. What is believed was of the likely line in nine of ten
// cases, and what else the frame holds was not.

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "profiler/native/snapshot.h"
#include "profiler/profile.h"

namespace ppp::profiler::native {

/// The instructions of a code object that was on the thread's stack.
struct Bytecode {
  Address begin = 0;
  Address end = 0;
  Address code = 0;  ///< the object
};

/// The line of an instruction, by its number; nullopt: not known.
using LineOf =
    std::function<std::optional<Frame>(const Bytecode&, std::size_t unit)>;

/// A place that holds an address behind an instruction.
struct Pointer {
  int place = 0;  ///< a register's number, or 32 and more: slots from the top
  Frame line;

  bool operator==(const Pointer&) const = default;
};

/// A frame of the loop.
struct LoopFrame {
  Address ip = 0;                 ///< where it calls, or runs
  bool innermost = false;         ///< it runs
  std::vector<Pointer> pointers;  ///< by place
  /// Of the slot from which the register is loaded behind the call.
  std::optional<int> loaded;

  bool operator==(const LoopFrame&) const = default;
};

/// The pointers into `codes` in a frame of the loop: its `registers`, and the
/// `slots` of its frame, the lowest address first. Pure.
std::vector<Pointer> find_pointers(std::span<const Address> registers,
                                   std::span<const std::byte> slots,
                                   std::span<const Bytecode> codes,
                                   const LineOf& line_of);

/// The place of the slot `above` bytes above the stack pointer, in a frame with
/// slots of `size` bytes. nullopt: there is none.
std::optional<int> slot_place(std::size_t size, std::size_t above);

/// How far above the stack pointer is what is loaded into a register first?
/// `code` begins where a call returns to, `base` is how far above the stack
/// pointer the base pointer stands, if the function has one. nullopt: that does
/// not show before the code goes elsewhere, or something is stored there on the
/// way. Pure.
std::optional<std::size_t> loaded_from(std::string_view code, int place,
                                       std::optional<std::size_t> base = {});

/// Whether a function begins by making the base pointer that of its frame,
/// which it then is to its end. Pure.
bool keeps_base(std::string_view code);

/// The register from which code loads its instructions; -1: none stands out.
/// Pure.
int instruction_register(std::string_view code);

class LoopPosition {
 public:
  /// That much of the code behind a call is looked at.
  static constexpr std::size_t kCodeBytes = 64;

  /// `place`: of instruction_register().
  void set_register(int place) { register_ = place; }
  /// See above: of that register.
  std::optional<std::size_t> loaded_from(
      std::string_view code, std::optional<std::size_t> base) const {
    return native::loaded_from(code, register_, base);
  }
  /// Learns from a snapshot, which most likely was of `line`, if given.
  void learn(const LoopFrame& frame, const Frame* line);
  /// The line that it was at. nullopt: it does not show, or not yet.
  std::optional<Frame> line(const LoopFrame& frame) const;

 private:
  struct Votes {
    int agreed = 0;
    int disagreed = 0;
    void add(bool agrees) { ++(agrees ? agreed : disagreed); }
    bool good(int least) const {
      return agreed >= least && disagreed * 20 <= agreed;
    }
    bool bad() const { return disagreed >= 3 && disagreed > agreed; }
  };

  int register_ = -1;
  std::unordered_map<Address, std::map<int, Votes>> calls_;
};

}  // namespace ppp::profiler::native

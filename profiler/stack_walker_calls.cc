// SPDX-License-Identifier: Apache-2.0
// The part of the walker that asks whether a frame has called the next one.

#include "profiler/stack_walker.h"

namespace ppp::profiler {

// Whether a frame of the chain is one of Python that called another one without
// C between: until 3.10 all calls go through C.
bool StackWalker::calls_directly(std::size_t outer) const {
  return site_of_ && offsets_.lines == cpython::LineFormat::kLocations &&
         chain_[outer].code != kEntry && chain_[outer - 1].code != kEntry &&
         !from_c_[outer - 1];
}

bool StackWalker::same_type(Address one, Address other) {
  const auto type = memory_.get<Address>(one + offsets_.object_type);
  return type && type == memory_.get<Address>(other + offsets_.object_type);
}

// Whether the caller has what it called on its stack, by one copy. `told`: that
// copy has both calls, and the caller at this instruction. Only a function that
// is another one speaks against it: a class or a bound method may lie there.
bool StackWalker::calls_that(const Bytes& copy, std::size_t outer,
                             Address instruction, int callable, bool& told) {
  const RawFrame& caller = chain_[outer];
  const RawFrame& called = chain_[outer - 1];
  const std::size_t at = find(caller.frame, offsets_.frame_size);
  const std::size_t inner = find(called.frame, offsets_.frame_size);
  const std::size_t words = find(caller.frame + offsets_.frame_locals +
                                     8 * static_cast<std::size_t>(callable),
                                 16);
  if (at == kNowhere || inner == kNowhere || words == kNowhere) return true;
  const RawFrame outside = decode(caller.frame, copy.data() + at);
  const std::byte* inside = copy.data() + inner;
  if (outside.code != caller.code || outside.instruction != instruction ||
      decode(called.frame, inside).code != called.code ||
      load<Address>(inside + offsets_.frame_back) != caller.frame) {
    return false;
  }
  told = true;
  const auto word = [&](const std::byte* bytes) {
    return load<Address>(bytes) & offsets_.reference_mask;
  };
  const Address function = word(inside + offsets_.frame_function);
  Address first = word(copy.data() + words);
  const Address second = word(copy.data() + words + 8);
  if (function == first || function == second) return true;
  if (first == 0) first = second;
  return function == 0 || first == 0 || !same_type(first, function);
}

bool StackWalker::can_have_called(std::size_t outer, Address instruction,
                                  bool anew) {
  const Address code = chain_[outer].code;
  const std::size_t depth = chain_.size() - outer;
  if (callers_.size() < depth) callers_.resize(depth);
  Caller& known = callers_[depth - 1];
  // That nothing is known of the code may be so for this time only.
  if (anew || known.code != code || known.instruction != instruction ||
      known.site.callable < 0) {
    known = {code, instruction, site_of_(code, instruction, anew)};
  }
  const cpython::CallSite site = known.site;
  if (!site.enters || site.callable < 0) return site.enters;
  bool told = false;
  const bool calls =
      calls_that(first_, outer, instruction, site.callable, told) ||
      calls_that(second_, outer, instruction, site.callable, told);
  return calls || !told;
}

// Whether a frame of the chain that stands there has called the next one. Its
// code may be another's by now: so nothing is said against it before that has
// been looked at.
bool StackWalker::has_called(std::size_t outer, Address instruction) {
  return can_have_called(outer, instruction, false) ||
         can_have_called(outer, instruction, true);
}

// Of what has come round both copies may tell the same, though it is of another
// moment: then the caller stands at no call where they meet, or at that of
// another function. Of a frame that moved on, a call is where it was when the
// next one ran. The first index from which on, outwards from the root, all have
// called the next one.
std::size_t StackWalker::first_that_calls(std::size_t keep) {
  for (std::size_t outer = chain_.size(); outer-- > keep + 1;) {
    RawFrame& frame = chain_[outer];
    if (!calls_directly(outer) || has_called(outer, frame.instruction)) {
      continue;
    }
    const bool alone = lone_leaf_ && outer == 1;
    const bool moved = elsewhere_[outer] != frame.instruction;
    if (alone || !moved || !has_called(outer, elsewhere_[outer])) {
      return outer;
    }
    frame.instruction = elsewhere_[outer];
  }
  return keep;
}

}  // namespace ppp::profiler

// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/loop_map.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <optional>

namespace ppp::profiler::cpython {
namespace {

/// How an argument bends an effect.
enum class Form { kLinear, kBit0, kBits, kThree, kFormat, kUnpackEx };
enum class Jump { kNone, kForward, kBackward, kAbsolute };

/// Of one instruction on the height of the stack: `base` + `slope` times what
/// the form makes of the argument; `there` at the jump's target.
struct Effect {
  std::uint8_t op;
  Form form;
  int base;
  int slope;
  Jump jump;
  int there;
  bool ends;  ///< what follows is not reached from here
  int caches;
};

struct Specialised {
  std::uint8_t op;
  std::uint8_t base;
};

struct Version {
  int minor;
  std::uint8_t for_iter;
  std::uint8_t extended_arg;
  std::span<const Effect> effects;
  std::span<const Specialised> specialised;
  std::span<const std::uint8_t> enters;  ///< what may go on in another frame
  std::span<const std::uint8_t> calls;   ///< of those, what calls a value
};

#include "profiler/cpython/opcodes.inc"

int bent(Form form, int argument) {
  switch (form) {
    case Form::kLinear:
      return argument;
    case Form::kBit0:
      return argument & 1;
    case Form::kBits:
      return std::popcount(static_cast<unsigned>(argument) & 15U);
    case Form::kThree:
      return argument == 3;
    case Form::kFormat:
      return (argument & 4) == 4;
    case Form::kUnpackEx:
      return (argument & 255) + (argument >> 8);
  }
  return 0;
}

// What is shorter is no function but what the interpreter puts between two, for
// the call of a class as an example.
constexpr std::size_t kLeastCaller = 8;

// By opcode, specialised ones as what they stand for.
using Table = std::array<const Effect*, 256>;

Table table_of(const Version& version) {
  Table table{};
  for (const Effect& effect : version.effects) table[effect.op] = &effect;
  for (const Specialised& one : version.specialised) {
    if (!table[one.op]) table[one.op] = table[one.base];
  }
  return table;
}

const Version* version_of(int minor) {
  for (const Version& version : kVersions) {
    if (version.minor == minor) return &version;
  }
  return nullptr;
}

/// A protected range of 3.11 and later, in code units.
struct Handler {
  std::size_t begin = 0, end = 0, target = 0;
  int depth = 0;   // what stays on the stack
  int height = 0;  // at the target: with what was raised
};

// Big-endian digits of 6 bits, bit 6 says that more follow.
std::optional<std::size_t> take(std::span<const std::uint8_t>& table) {
  std::size_t value = 0;
  while (!table.empty() && value < (1U << 28)) {
    const std::uint8_t byte = table.front();
    table = table.subspan(1);
    value = value << 6 | (byte & 63U);
    if (!(byte & 64U)) return value;
  }
  return std::nullopt;
}

std::vector<Handler> handlers_in(std::span<const std::uint8_t> table) {
  std::vector<Handler> handlers;
  while (!table.empty()) {
    auto begin = take(table), length = take(table);
    auto target = take(table), depth = take(table);
    if (!begin || !length || !target || !depth) break;
    const int stays = static_cast<int>(*depth >> 1);
    handlers.push_back({*begin, *begin + *length, *target, stays,
                        stays + static_cast<int>(*depth & 1) + 1});
  }
  return handlers;
}

}  // namespace

class LoopFinder {
 public:
  LoopFinder(const Version& version, std::span<const std::uint8_t> code,
             std::span<const std::uint8_t> exceptions)
      : version_(version),
        table_(table_of(version)),
        code_(code),
        size_(code.size() / 2),
        handlers_(handlers_in(exceptions)) {}

  LoopMap run() {
    find_loops();
    if (map_.units_.empty()) return std::move(map_);
    follow();
    if (!good_) return {};
    map_.set_of_unit_.reserve(size_);
    for (const State& state : states_) {
      map_.set_of_unit_.push_back(std::max(state.set, 0));
    }
    return std::move(map_);
  }

  // Where the result of each call will lie, as what it calls does. Those of
  // the instructions: -1 where nothing is known.
  std::vector<int> results() {
    find_loops();
    follow();
    std::vector<int> places(size_, -1);
    for (std::size_t unit = 0; good_ && unit < size_; ++unit) {
      places[unit] = states_[unit].result;
    }
    return places;
  }

 private:
  // On the way to an instruction; set < 0: not reached yet.
  struct State {
    int height = 0;
    int set = -1;
    int result = -1;  // of the call that it is
  };

  void follow() {
    set({});
    states_.resize(size_);
    reach(0, {0, 0});
    while (good_ && !todo_.empty()) {
      const std::size_t unit = todo_.back();
      todo_.pop_back();
      step(unit);
    }
  }

  std::uint8_t op_at(std::size_t unit) const { return code_[2 * unit]; }

  bool is(std::size_t unit, std::uint8_t op) const {
    const Effect* effect = table_[op_at(unit)];
    return effect && effect->op == op;
  }

  void find_loops() {
    for (std::size_t unit = 0; unit < size_;) {
      if (is(unit, version_.for_iter)) map_.units_.push_back(unit);
      const Effect* effect = table_[op_at(unit)];
      unit += 1 + static_cast<std::size_t>(effect ? effect->caches : 0);
    }
  }

  int set(const std::vector<RunningLoop>& loops) {
    std::vector<int> key;
    for (const RunningLoop& one : loops) {
      key.insert(key.end(), {one.loop, one.slot});
    }
    auto [it, added] =
        known_.try_emplace(std::move(key), static_cast<int>(known_.size()));
    if (added) map_.sets_.push_back(loops);
    return it->second;
  }

  // Without the loops whose iterators lie above `height`.
  int cut(int from, int height) {
    const auto& loops = map_.sets_[static_cast<std::size_t>(from)];
    std::size_t keep = loops.size();
    while (keep > 0 && loops[keep - 1].slot >= height) --keep;
    if (keep == loops.size()) return from;
    return set(
        {loops.begin(), loops.begin() + static_cast<std::ptrdiff_t>(keep)});
  }

  void reach(std::size_t unit, State state) {
    if (unit >= size_ || state.height < 0) {
      good_ = false;
      return;
    }
    state.set = cut(state.set, state.height);
    const std::size_t own = behind_prefixes(unit);
    if (own < size_ && is(own, version_.for_iter)) {
      state.set = entered(own, state);
    }
    State& known = states_[unit];
    if (known.set >= 0) {
      good_ = good_ && known.height == state.height && known.set == state.set;
      return;
    }
    known = state;
    todo_.push_back(unit);
  }

  std::size_t behind_prefixes(std::size_t unit) const {
    while (unit < size_ && is(unit, version_.extended_arg)) ++unit;
    return unit;
  }

  // At a FOR_ITER its iterator is on top of the stack.
  int entered(std::size_t unit, const State& state) {
    auto loops = map_.sets_[static_cast<std::size_t>(state.set)];
    const auto at =
        std::lower_bound(map_.units_.begin(), map_.units_.end(), unit);
    const int loop = static_cast<int>(at - map_.units_.begin());
    if (!loops.empty() && loops.back().loop == loop) return state.set;
    if (state.height == 0) {
      good_ = false;
      return state.set;
    }
    loops.push_back({loop, state.height - 1});
    return set(loops);
  }

  void step(std::size_t first) {
    const State state = states_[first];
    std::size_t unit = first;
    int argument = code_[2 * unit + 1];
    while (is(unit, version_.extended_arg)) {
      if (++unit >= size_ || argument >= (1 << 22)) {
        good_ = false;
        return;
      }
      states_[unit] = state;
      argument = argument << 8 | code_[2 * unit + 1];
    }
    const Effect* effect = table_[op_at(unit)];
    if (!effect) {
      good_ = false;
      return;
    }
    const std::size_t next =
        unit + 1 + static_cast<std::size_t>(effect->caches);
    // A frame that has called something stands at the last of the caches.
    for (std::size_t i = unit; i < std::min(next, size_); ++i) {
      states_[i] = state;
    }
    raise(first, state);
    if (effect->jump != Jump::kNone) {
      reach(target(*effect, argument, next),
            {state.height + effect->there, state.set});
    }
    if (!effect->ends && good_) {
      const int change =
          effect->base + effect->slope * bent(effect->form, argument);
      if (std::ranges::count(version_.calls, effect->op)) {
        states_[unit].result = state.height + change - 1;
      }
      reach(next, {state.height + change, state.set});
    }
  }

  std::size_t target(const Effect& effect, int argument,
                     std::size_t next) const {
    const auto distance =
        static_cast<std::size_t>(version_.minor < 10 ? argument / 2 : argument);
    switch (effect.jump) {
      case Jump::kForward:
        return next + distance;
      case Jump::kBackward:
        return distance <= next ? next - distance : size_;
      case Jump::kAbsolute:
        return distance;
      case Jump::kNone:
        break;
    }
    return size_;
  }

  void raise(std::size_t unit, const State& state) {
    for (const Handler& handler : handlers_) {
      if (unit < handler.begin || unit >= handler.end) continue;
      reach(handler.target, {handler.height, cut(state.set, handler.depth)});
    }
  }

  const Version& version_;
  Table table_;
  std::span<const std::uint8_t> code_;
  std::size_t size_;
  std::vector<Handler> handlers_;
  LoopMap map_;
  std::map<std::vector<int>, int> known_;
  std::vector<State> states_;
  std::vector<std::size_t> todo_;
  bool good_ = true;
};

std::span<const RunningLoop> LoopMap::at(std::size_t unit) const {
  if (unit >= set_of_unit_.size()) return {};
  return sets_[static_cast<std::size_t>(set_of_unit_[unit])];
}

LoopMap map_loops(int minor, std::span<const std::uint8_t> code,
                  std::span<const std::uint8_t> exceptions) {
  const Version* version = version_of(minor);
  if (!version || code.size() < 2) return {};
  return LoopFinder(*version, code, exceptions).run();
}

std::vector<CallSite> call_sites(int minor, std::span<const std::uint8_t> code,
                                 std::span<const std::uint8_t> exceptions) {
  const Version* version = version_of(minor);
  const std::size_t size = code.size() / 2;
  if (!version || version->enters.empty() || size < kLeastCaller) return {};
  const Table table = table_of(*version);
  const auto results = LoopFinder(*version, code, exceptions).results();
  std::vector<CallSite> sites(size);
  for (std::size_t unit = 0; unit < size;) {
    const Effect* effect = table[code[2 * unit]];
    if (!effect) return {};  // how long it is, is not known either
    const auto caches = static_cast<std::size_t>(effect->caches);
    // A caller stands at the last of the caches until 3.12.
    const std::size_t at = minor < 13 ? unit + caches : unit;
    if (at < size && std::ranges::count(version->enters, effect->op)) {
      sites[at] = {true, results[unit]};
    }
    unit += 1 + caches;
  }
  return sites;
}

}  // namespace ppp::profiler::cpython

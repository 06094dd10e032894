// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/native_watch.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <string_view>
#include <utility>

namespace ppp::profiler::native {
namespace {

// Within that time a code object's memory does not become another's.
constexpr double kNearSeconds = 0.05;
// Of two samples that may say together what was between them.
constexpr double kTogetherSeconds = 0.005;
// Of a sample that may say so alone: most calls that matter take longer.
constexpr double kAtOnceSeconds = 60e-6;
constexpr int kMostFrames = 256;
constexpr std::size_t kMostPending = 2000;
constexpr int kMostCallers = 200;
constexpr std::string_view kLoop = "_PyEval_EvalFrameDefault";

// Compilers part it in hot and cold.
bool is_loop(std::string_view name) { return name.starts_with(kLoop); }

// The line that a snapshot most likely is of; nullptr: there is no telling.
const Frame* likely_line(const NativeWatch::Between& between, double at_s) {
  const auto& before = between.line_before;
  const auto& after = between.line_after;
  const auto pointer = [](const std::optional<Frame>& line) {
    return line ? &*line : nullptr;
  };
  if (between.settled && before && before == after &&
      between.after_s - between.before_s < kTogetherSeconds) {
    return pointer(before);
  }
  const double since_s = at_s - between.before_s;
  const double until_s = between.after_s - at_s;
  if (std::min(since_s, until_s) > kAtOnceSeconds) return nullptr;
  return pointer(since_s < until_s ? before : after);
}

// Whether the instruction before may be a call: one of x86-64 that is relative,
// or by a register or a word of memory.
bool follows_call(const Module& module, Address ip) {
  const std::string_view before = module.bytes_at(ip - 7, 7);
  if (before.size() != 7) return false;
  const auto byte = [&](std::size_t back) {
    return static_cast<unsigned char>(before[7 - back]);
  };
  if (byte(5) == 0xe8) return true;
  for (const std::size_t size : {2, 3, 4, 6, 7}) {
    // FF /2; a prefix may stand before it.
    if (byte(size) == 0xff && ((byte(size - 1) >> 3) & 7) == 2) return true;
  }
  return false;
}

}  // namespace

NativeWatch::NativeWatch(int pid, double rate_hz, NativeTally& tally)
    : rate_hz_(rate_hz),
      tally_(tally),
      modules_(pid),
      unwinder_(modules_),
      random_(static_cast<unsigned>(pid)) {}

NativeWatch::~NativeWatch() {
  for (const Pending& one : pending_) {
    if (!join(one)) tally_.lose(NativeTally::Lost::kNoLine);
  }
}

// At even distances a loop could keep step with the clock.
std::uint64_t NativeWatch::next_period() {
  std::uniform_real_distribution<double> share(0.5, 1.5);
  return static_cast<std::uint64_t>(1e9 / rate_hz_ * share(random_));
}

// One that is set begins at once: what has passed since the last snapshot,
// which is read after the next sample only, is a part of it.
void NativeWatch::draw_period(ThreadEvents& events, std::uint64_t snapshot_ns) {
  using Clock = std::chrono::steady_clock;
  const auto now_ns = static_cast<std::uint64_t>(
      std::chrono::nanoseconds(Clock::now().time_since_epoch()).count());
  const std::uint64_t drawn = next_period();
  const std::uint64_t passed = now_ns - std::min(now_ns, snapshot_ns);
  const double half = 0.5e9 / rate_hz_;
  const bool in_time = static_cast<double>(passed) < half;
  events.set_period(in_time ? std::max(drawn - passed, drawn / 8) : drawn);
}

std::optional<ThreadEvents> NativeWatch::open(int tid) {
  auto events = ThreadEvents::open(tid, next_period());
  if (!events) {
    tally_.refuse(events.error().what + "; " + events.error().hint);
    return std::nullopt;
  }
  if (!events->in_kernel()) tally_.leave_out_kernel();
  return std::move(*events);
}

void NativeWatch::read(ThreadEvents& events, const Between& between,
                       const LineOf& line_of) {
  std::uint64_t last_ns = 0;
  Mapped mapped;
  mapped.all = mapped.later = events.mapped();
  events.drain([&](const Record& record) {
    switch (record.kind) {
      case RecordKind::kSnapshot:
        last_ns = record.snapshot.time_ns;
        if (maps_hold(events, record.snapshot.registers[kRip], mapped,
                      between.after_s)) {
          take(record.snapshot, between, line_of);
        } else {
          tally_.lose(NativeTally::Lost::kNotUnwound);
        }
        break;
      case RecordKind::kMapped:
        if (mapped.later > 0) --mapped.later;
        modules_.expire();
        break;
      case RecordKind::kLost:
        tally_.lose(NativeTally::Lost::kNoRoom,
                    static_cast<std::int64_t>(record.lost));
        break;
      case RecordKind::kOther:
        break;
    }
  });
  if (last_ns != 0) draw_period(events, last_ns);
}

// Whether what is mapped is known as it was at a snapshot: a library may come
// where another one was. The records of mappings that wait are all later.
bool NativeWatch::maps_hold(const ThreadEvents& events, Address ip,
                            const Mapped& mapped, double now_s) {
  if (!modules_.is_due(ip, now_s)) return true;
  // What is mapped now may be newer.
  if (mapped.later > 0) return !modules_.expired();
  modules_.read(now_s);
  if (events.mapped() == mapped.all) return true;
  modules_.expire();
  return false;
}

void NativeWatch::take(const Snapshot& snapshot, const Between& between,
                       const LineOf& line_of) {
  const double at_s = 1e-9 * static_cast<double>(snapshot.time_ns);
  const double now_s = between.after_s;
  if (std::min(at_s - between.before_s, now_s - at_s) > kNearSeconds) {
    tally_.lose(NativeTally::Lost::kFar);
    return;
  }
  chain_.clear();
  unwinder_.begin(snapshot);
  std::optional<Pending> one;
  if (find_loop()) {
    one = loop_frame(snapshot, between, line_of);
  } else if (chain_.size() == 1) {
    one = search_caller(snapshot, between, line_of);
  }
  if (!one) {
    tally_.lose(NativeTally::Lost::kNotUnwound);
    return;
  }
  position_.learn(one->loop, likely_line(between, at_s));
  if (join(*one)) return;
  if (pending_.size() < kMostPending) {
    pending_.push_back(std::move(*one));
  } else {
    tally_.lose(NativeTally::Lost::kNoLine);
  }
}

// Adds the functions on the way to the chain.
bool NativeWatch::find_loop() {
  for (int depth = 0; depth < kMostFrames; ++depth) {
    // A call that never returns stands at the end of its function.
    const NativeFrame& frame = unwinder_.frame();
    const Address at = frame.innermost ? frame.ip : frame.ip - 1;
    const Module* module = modules_.find_code(at);
    const ElfFunction* function = module ? module->function_at(at) : nullptr;
    if (module && is_in_loop(*module, function, at)) return true;
    chain_.push_back(function_of(module, function));
    if (!unwinder_.step()) break;
  }
  return false;
}

// The unwinder has come to the loop.
std::optional<NativeWatch::Pending> NativeWatch::loop_frame(
    const Snapshot& snapshot, const Between& between, const LineOf& line_of) {
  const NativeFrame loop = unwinder_.frame();
  std::span<const std::byte> slots;
  if (unwinder_.step()) {
    const Address base = snapshot.registers[kRsp];
    const Address begin = loop.registers[kRsp];
    const Address end = unwinder_.frame().registers[kRsp];
    const Address known = base + snapshot.stack.size();
    if (begin >= base && end > begin && end <= known) {
      slots = snapshot.stack.subspan(begin - base, end - begin);
    }
  }
  Pending one{chain_, {loop.ip, loop.innermost, {}, {}}};
  const Module* module = modules_.find_code(loop.ip);
  if (module && !loop.innermost) {
    std::optional<std::size_t> base;
    if (interpreter_in(*module).keeps_base) {
      base = loop.registers[kRbp] - loop.registers[kRsp];
    }
    const auto above = position_.loaded_from(
        module->bytes_at(loop.ip, LoopPosition::kCodeBytes), base);
    if (above) one.loop.loaded = slot_place(slots.size(), *above);
  }
  std::ranges::reverse(one.chain);
  one.loop.pointers =
      find_pointers(loop.registers, slots, between.codes, line_of);
  return one;
}

// The innermost function has no entry in any table: assembly, as a rule, which
// only its own library calls. Its caller's address is somewhere on the stack,
// among others that were left there. Where all of that library lead to the loop
// at one and the same instruction, that is believed, and so are the callers
// that they have in common.
std::optional<NativeWatch::Pending> NativeWatch::search_caller(
    const Snapshot& snapshot, const Between& between, const LineOf& line_of) {
  const int innermost = chain_.front();
  std::optional<Pending> found;
  Snapshot caller;
  caller.time_ns = snapshot.time_ns;
  const Module* library = modules_.find_code(snapshot.registers[kRip]);
  Address loop_stack = 0;
  int tried = 0;
  for (std::size_t at = 0; at + 8 <= snapshot.stack.size(); at += 8) {
    const Address here = snapshot.registers[kRsp] + at;
    Address ip = 0;
    std::memcpy(&ip, snapshot.stack.data() + at, 8);
    const Module* module = modules_.find_code(ip);
    if (!module || module != library || !follows_call(*module, ip)) continue;
    if (++tried > kMostCallers) return std::nullopt;
    caller.registers = {};  // what the function has kept of them is not known
    caller.registers[kRip] = ip;
    caller.registers[kRsp] = here + 8;
    caller.stack = snapshot.stack.subspan(at + 8);
    chain_.clear();
    unwinder_.begin(caller, true);
    if (!find_loop()) continue;
    const Address stack = unwinder_.frame().registers[kRsp];
    auto one = loop_frame(caller, between, line_of);
    if (!found) {
      loop_stack = stack;
      found = std::move(one);
      continue;
    }
    if (stack != loop_stack || one->loop != found->loop) return std::nullopt;
    const auto differ = std::ranges::mismatch(found->chain, one->chain);
    found->chain.erase(differ.in1, found->chain.end());
  }
  if (found) found->chain.push_back(innermost);
  return found;
}

bool NativeWatch::join(const Pending& one) {
  const auto line = position_.line(one.loop);
  if (line) tally_.count(*line, one.chain);
  return line.has_value();
}

int NativeWatch::function_of(const Module* module,
                             const ElfFunction* function) {
  const void* key = function ? static_cast<const void*>(function)
                             : static_cast<const void*>(module);
  const auto [it, added] = functions_.try_emplace(key, -1);
  if (added) {
    NativeFunction made;
    if (function) made.name = function_name(function->name);
    if (module) {
      made.library = module->name();
      made.interpreter = interpreter_in(*module).has_loop;
    }
    it->second = tally_.function(made);
  }
  return it->second;
}

bool NativeWatch::is_in_loop(const Module& module, const ElfFunction* function,
                             Address at) {
  if (function && !is_loop(function->name)) return false;
  const Interpreter& interpreter = interpreter_in(module);
  if (function) return interpreter.has_loop;
  return interpreter.rest && module.covers(*interpreter.rest, at);
}

const NativeWatch::Interpreter& NativeWatch::interpreter_in(
    const Module& module) {
  const auto [it, added] = interpreters_.try_emplace(&module);
  Interpreter& found = it->second;
  if (!added) return found;
  const ElfFunction* loop = module.function_named(kLoop);
  found.has_loop = loop != nullptr;
  if (!loop) return found;
  found.keeps_base = keeps_base(module.code(*loop));
  found.rest = module.other_part(*loop);
  const bool most = found.rest && found.rest->size > loop->size;
  position_.set_register(instruction_register(most ? module.code(*found.rest)
                                                   : module.code(*loop)));
  return found;
}

}  // namespace ppp::profiler::native

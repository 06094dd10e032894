// SPDX-License-Identifier: Apache-2.0
#include "profiler/task_walker.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace ppp::profiler {
namespace {

constexpr std::size_t kPiecesOfACall = 1000;  // the kernel takes 1024
constexpr std::size_t kDeepestAwait = 4096;
constexpr std::size_t kMostTypes = 1000;
constexpr std::size_t kLongestName = 64;
// Behind the frame of a coroutine: locals and stack of most.
constexpr std::size_t kStackBytes = 128;
// FRAME_CREATED, FRAME_SUSPENDED, FRAME_SUSPENDED_YIELD_FROM.
constexpr int kCreated = -3;
constexpr int kSuspended = -2;
constexpr int kAwaits = -1;
// 3.12 has two of these; whether one awaits, the instruction behind the last
// one tells: RESUME, maybe instrumented, with that argument or a larger one.
constexpr int kCreated3_12 = -2;
constexpr int kSuspended3_12 = -1;
constexpr unsigned kResume3_12 = 151;
constexpr unsigned kInstrumentedResume3_12 = 240;
constexpr unsigned kInYieldFrom = 2;
// PySetObject, its entries, PyWeakReference and PyTypeObject, with the lock.
constexpr Address kSetFill = 16;
constexpr std::uint64_t kLargestSet = 1 << 20;
constexpr std::size_t kReferenceSize = 24;
constexpr std::size_t kReferenceTo = 16;
constexpr Address kTypeBase = 256;
constexpr int kMostBases = 16;

/// What must not change while the entries are read.
struct SetHead {
  std::uint64_t fill = 0;
  std::uint64_t used = 0;
  std::uint64_t mask = 0;
  Address table = 0;
  bool operator==(const SetHead&) const = default;
};
struct SetEntry {
  Address key = 0;
  std::int64_t hash = 0;  // -1: it has been removed
};

bool is_numbered(std::string_view name) {
  return name.starts_with("Task-") &&
         name.find_first_not_of("0123456789", 5) == std::string_view::npos;
}

}  // namespace

class TaskWalker::Batch {
 public:
  explicit Batch(std::size_t size) : size_(size) {}

  void add(Address from) { from_.push_back(from); }

  void read(RemoteMemory& memory) {
    bytes_.resize(size_ * from_.size());
    good_.assign(from_.size(), false);
    std::vector<RemoteRange> ranges;
    for (std::size_t done = 0; done < from_.size();) {
      const std::size_t end = std::min(from_.size(), done + kPiecesOfACall);
      ranges.clear();
      for (std::size_t i = done; i < end; ++i) {
        ranges.push_back({from_[i], bytes_.data() + i * size_, size_});
      }
      const std::size_t got = memory.read_ranges(ranges) / size_;
      std::fill_n(good_.begin() + static_cast<std::ptrdiff_t>(done), got, true);
      // One that cannot be read ends the call: go on behind it.
      done += std::max<std::size_t>(got, 1);
      if (done < end && got > 0) ++done;
    }
  }

  const std::byte* at(std::size_t index) const {
    return good_[index] ? bytes_.data() + index * size_ : nullptr;
  }

 private:
  std::size_t size_;
  std::vector<Address> from_;
  std::vector<std::byte> bytes_;
  std::vector<bool> good_;
};

TaskWalker::TaskWalker(RemoteMemory& memory, const cpython::Offsets& offsets,
                       const cpython::TaskOffsets& at)
    : memory_(memory),
      offsets_(offsets),
      at_(at),
      more_(cpython::head_growth(offsets)),
      objects_(memory, offsets) {}

std::optional<TaskWalker::Running> TaskWalker::running(Address thread) {
  if (at_.current != 0) {
    const auto loop = running_loop(thread);
    if (!loop || *loop == 0) return loop ? Running() : std::optional<Running>();
    const auto slot = objects_.find(at_.current, *loop);
    if (!slot) return std::nullopt;
    return Running{*loop, slot->value};
  }
  std::array<Address, 2> words{};
  if (!memory_.read(thread + at_.thread_loop, words.data(), sizeof words)) {
    return std::nullopt;
  }
  return Running{words[0], words[1]};
}

// 3.12 and 3.13; 0: none.
std::optional<Address> TaskWalker::running_loop(Address thread) {
  std::optional<Address> loop;
  if (at_.thread_dict == 0) {
    loop = memory_.get<Address>(thread + at_.thread_loop);
  } else {
    const auto dict = memory_.get<Address>(thread + at_.thread_dict);
    if (!dict || *dict == 0) return dict;
    auto& slot = loops_[thread];
    if (slot.dict == *dict) loop = objects_.again(slot);
    if (!loop) {
      const auto found = objects_.find(*dict, "__asyncio_running_event_loop__");
      slot = found.value_or(cpython::Objects::Slot());
      if (found) loop = found->value;
    }
  }
  if (loop && *loop != 0 && objects_.is(*loop, "NoneType")) loop = 0;
  return loop;
}

std::optional<TaskWalker::Named> TaskWalker::name_of(Address task) {
  std::vector<std::byte> bytes(at_.task_size);
  if (!memory_.read(task, bytes.data(), bytes.size())) return std::nullopt;
  Named out;
  out.frame =
      load<Address>(bytes.data() + at_.task_coroutine) + at_.coroutine_frame;
  const auto name = load<Address>(bytes.data() + at_.task_name);
  const auto type = memory_.get<Address>(name + offsets_.object_type);
  // A number until somebody asks for the name.
  const auto flags =
      type ? memory_.get<Address>(*type + offsets_.type_name) : std::nullopt;
  std::array<char, 4> word{};
  if (!flags || !memory_.read(*flags, word.data(), word.size())) return out;
  if (std::string_view(word.data(), word.size()) !=
      std::string_view("str\0", 4)) {
    return out;
  }
  const auto length =
      memory_.get<std::uint64_t>(name + offsets_.unicode_length);
  const auto state = memory_.get<std::uint32_t>(name + offsets_.unicode_state);
  // Other text than ASCII has the name of its function only.
  const bool ascii = state && (*state >> (offsets_.unicode_kind + 3) & 3) == 3;
  if (!length || !ascii) return out;
  std::string text(std::min<std::size_t>(*length, kLongestName), '\0');
  if (!memory_.read(name + offsets_.unicode_ascii, text.data(), text.size())) {
    return out;
  }
  if (!is_numbered(text)) out.name = std::move(text);
  return out;
}

bool TaskWalker::walk(Address thread, Address loop, std::size_t most,
                      Walk& walk) {
  walk = {};
  coroutines_.clear();
  awaits_.clear();
  const bool good = at_.current != 0 ? list_set(loop, most, walk)
                                     : list(thread, loop, most, walk);
  if (!good) return false;
  descend(walk);
  return true;
}

// Follows the ring. Those that stood there the last time are read ahead.
bool TaskWalker::list(Address thread, Address loop, std::size_t most,
                      Walk& walk) {
  Batch batch(at_.task_size);
  if (known_.size() > most) known_.resize(most);
  for (Address task : known_) batch.add(task);
  batch.read(memory_);
  std::unordered_map<Address, std::size_t> ahead;
  for (std::size_t i = 0; i < known_.size(); ++i) ahead[known_[i]] = i;
  const Address head = thread + at_.thread_tasks;
  std::vector<Address> now;
  std::vector<std::byte> single(at_.task_size);
  auto node = memory_.get<Address>(head);
  while (node && *node != head) {
    if (*node % 8 != 0 || *node == 0) return false;
    if (now.size() == most) {
      walk.more = true;
      break;
    }
    const Address task = *node - at_.task_node;
    const auto known = ahead.find(task);
    const std::byte* bytes =
        known == ahead.end() ? nullptr : batch.at(known->second);
    if (!bytes) {
      if (!memory_.read(task, single.data(), single.size())) return false;
      bytes = single.data();
    }
    now.push_back(task);
    // Another loop's tasks, which was left with them, wait for nothing.
    if (load<Address>(bytes + at_.task_loop) == loop) {
      coroutines_.push_back(
          {walk.tasks.size(), load<Address>(bytes + at_.task_coroutine)});
      walk.tasks.emplace_back();
    }
    node = load<Address>(bytes + at_.task_node);
  }
  known_ = std::move(now);
  return node.has_value();
}

// Other threads may change the set meanwhile, but not what our loop's tasks
// are.
bool TaskWalker::list_set(Address loop, std::size_t most, Walk& walk) {
  SetHead head;
  if (!memory_.read(at_.scheduled + kSetFill + more_, &head, sizeof head) ||
      head.mask >= kLargestSet || (head.mask & (head.mask + 1)) != 0 ||
      head.fill > head.mask || head.used > head.fill || head.table % 8 != 0) {
    return false;
  }
  std::vector<SetEntry> entries(head.mask + 1);
  if (!memory_.read(head.table, entries.data(),
                    entries.size() * sizeof entries[0])) {
    return false;
  }
  Batch references(kReferenceSize + more_);
  std::size_t count = 0;
  for (const SetEntry& entry : entries) {
    if (entry.key == 0 || entry.hash == -1) continue;
    if (count == most) {
      walk.more = true;
      break;
    }
    if (entry.key % 8 != 0) return false;
    references.add(entry.key);
    ++count;
  }
  references.read(memory_);
  Batch tasks(at_.task_size);
  std::size_t alive = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::byte* bytes = references.at(i);
    if (!bytes || !objects_.is_type(load<Address>(bytes + offsets_.object_type),
                                    "weakref.ReferenceType")) {
      return false;
    }
    const auto task = load<Address>(bytes + kReferenceTo + more_);
    if (!objects_.is(task, "NoneType")) {
      tasks.add(task);
      ++alive;
    }
  }
  tasks.read(memory_);
  for (std::size_t i = 0; i < alive; ++i) {
    const std::byte* bytes = tasks.at(i);
    if (!bytes) return false;
    if (!is_task(load<Address>(bytes + offsets_.object_type))) continue;
    if (load<Address>(bytes + at_.task_loop) != loop ||
        load<std::int32_t>(bytes + at_.task_state) != 0) {
      continue;
    }
    coroutines_.push_back(
        {walk.tasks.size(), load<Address>(bytes + at_.task_coroutine)});
    walk.tasks.emplace_back();
  }
  SetHead after;
  return memory_.read(at_.scheduled + kSetFill + more_, &after, sizeof after) &&
         after == head;
}

bool TaskWalker::is_task(Address type) {
  if (type == at_.task_type) return true;
  const auto known = task_types_.find(type);
  if (known != task_types_.end()) return known->second;
  if (task_types_.size() == kMostTypes) task_types_.clear();
  bool good = false;
  auto base = std::optional<Address>(type);
  for (int i = 0; i < kMostBases && base && *base != 0 && !good; ++i) {
    base = memory_.get<Address>(*base + kTypeBase + more_);
    good = base && *base == at_.task_type;
  }
  return task_types_[type] = good;
}

int TaskWalker::state_of(const Read& read) {
  if (!read.good || !read.coroutine) return 0;
  const int state = load<signed char>(read.bytes.data() + at_.coroutine_state);
  if (offsets_.minor != 12) return state;
  if (state == kCreated3_12) return kCreated;
  if (state != kSuspended3_12) return 0;
  const auto instruction = load<Address>(
      read.bytes.data() + at_.coroutine_frame + offsets_.frame_instruction);
  return awaits_at(instruction) ? kAwaits : kSuspended;
}

bool TaskWalker::awaits_at(Address instruction) {
  const auto known = awaits_.find(instruction);
  if (known != awaits_.end()) return known->second;
  const auto next = memory_.get<std::uint16_t>(instruction + 2);
  const unsigned code = next ? *next & 255U : 0;
  return awaits_[instruction] =
             (code == kResume3_12 || code == kInstrumentedResume3_12) &&
             *next >> 8U >= kInYieldFrom;
}

std::size_t TaskWalker::coroutine_size() const {
  return at_.coroutine_frame + offsets_.frame_size;
}

// The coroutines of one level. What is awaited may be something else, and
// smaller, so that the bytes behind it need not be there.
std::vector<TaskWalker::Read> TaskWalker::read_level() {
  Batch batch(coroutine_size() + kStackBytes);
  for (const Coroutine& one : coroutines_) batch.add(one.at);
  batch.read(memory_);
  std::vector<Read> level(coroutines_.size());
  for (std::size_t i = 0; i < level.size(); ++i) {
    Read& read = level[i];
    if (const std::byte* bytes = batch.at(i)) {
      read.good = true;
      read.coroutine =
          is_coroutine(load<Address>(bytes + offsets_.object_type));
      if (read.coroutine) {
        read.bytes.assign(bytes, bytes + coroutine_size() + kStackBytes);
      }
      continue;
    }
    const auto type =
        memory_.get<Address>(coroutines_[i].at + offsets_.object_type);
    read.coroutine = type && is_coroutine(*type);
    read.bytes.resize(read.coroutine ? coroutine_size() : 0);
    read.good = type && (!read.coroutine ||
                         memory_.read(coroutines_[i].at, read.bytes.data(),
                                      read.bytes.size()));
  }
  return level;
}

// What the coroutine awaits: the top of its stack, which lies behind its frame.
std::optional<Address> TaskWalker::awaited(const Coroutine& coroutine,
                                           const Read& read) {
  const std::byte* stack =
      read.bytes.data() + at_.coroutine_frame + at_.frame_stack;
  Address top = load<Address>(stack) - 8;
  if (at_.current != 0) {  // it counts the words, locals and all
    const auto words = load<std::int32_t>(stack);
    if (words <= 0) return std::nullopt;
    top = coroutine.at + at_.coroutine_frame + offsets_.frame_locals +
          8 * (static_cast<Address>(words) - 1);
  }
  const Address offset = top - coroutine.at;
  if (offset <= read.bytes.size() - 8) {
    return load<Address>(read.bytes.data() + offset) & offsets_.reference_mask;
  }
  const auto target = memory_.get<Address>(top);
  if (!target) return std::nullopt;
  return *target & offsets_.reference_mask;
}

// One level of all tasks after the other.
void TaskWalker::descend(Walk& walk) {
  std::vector<bool> bad(walk.tasks.size(), false);
  for (std::size_t depth = 0; !coroutines_.empty(); ++depth) {
    const std::vector<Read> level = read_level();
    std::vector<Coroutine> next;
    for (std::size_t i = 0; i < level.size(); ++i) {
      const Coroutine& coroutine = coroutines_[i];
      const Read& read = level[i];
      if (read.good && !read.coroutine && depth > 0) continue;
      const int state = state_of(read);
      if (state == kCreated && depth == 0) continue;
      bool good =
          (state == kSuspended || state == kAwaits) && depth < kDeepestAwait;
      if (good) {
        const std::byte* frame = read.bytes.data() + at_.coroutine_frame;
        walk.tasks[coroutine.task].push_back(
            {coroutine.at + at_.coroutine_frame,
             load<Address>(frame + offsets_.frame_code) &
                 offsets_.reference_mask,
             load<Address>(frame + offsets_.frame_instruction)});
      }
      if (good && state == kAwaits) {
        const auto target = awaited(coroutine, read);
        good = target.has_value();
        if (good) next.push_back({coroutine.task, *target});
      }
      if (!good) bad[coroutine.task] = true;
    }
    coroutines_ = std::move(next);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < walk.tasks.size(); ++i) {
    if (bad[i]) continue;
    if (kept != i) walk.tasks[kept] = std::move(walk.tasks[i]);
    ++kept;
  }
  walk.unread = static_cast<std::int64_t>(walk.tasks.size() - kept);
  walk.tasks.resize(kept);
}

bool TaskWalker::is_coroutine(Address type) {
  const auto known = types_.find(type);
  if (known != types_.end()) return known->second;
  if (types_.size() == kMostTypes) types_.clear();
  const auto name = memory_.get<Address>(type + offsets_.type_name);
  std::array<char, 10> text{};
  // "generator", whose code says that it may be awaited, too.
  const bool good = name && memory_.read(*name, text.data(), text.size()) &&
                    (std::memcmp(text.data(), "coroutine", 10) == 0 ||
                     std::memcmp(text.data(), "generator", 10) == 0);
  return types_[type] = good;
}

}  // namespace ppp::profiler

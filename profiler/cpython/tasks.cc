// SPDX-License-Identifier: Apache-2.0
#include "profiler/cpython/tasks.h"

#include <array>
#include <charconv>
#include <fstream>
#include <string>

#include "profiler/cpython/objects.h"
#include "profiler/elf_file.h"

namespace ppp::profiler::cpython {
namespace {

enum AsyncioWord : std::size_t {
  kAsyncioTaskSize,
  kAsyncioTaskName,
  kAsyncioAwaitedBy,
  kAsyncioIsTask,
  kAsyncioAwaitedByIsSet,
  kAsyncioTaskCoroutine,
  kAsyncioTaskNode,
  kAsyncioInterpreterSize,
  kAsyncioInterpreterTasks,
  kAsyncioThreadSize,
  kAsyncioRunningLoop,
  kAsyncioRunningTask,
  kAsyncioThreadTasks,
};

enum GeneratorWord : std::size_t {
  kGeneratorSize,
  kGeneratorName,
  kGeneratorFrame,
  kGeneratorState,
};

constexpr std::uint64_t kLargestTask = 1 << 16;
constexpr int kMostInterpreters = 1000;
constexpr Address kModuleDict = 16;
constexpr Address kTypeBasicSize = 32;

bool fits(std::uint64_t at, std::uint64_t bytes, std::uint64_t size) {
  return size <= kLargestTask && bytes <= size && at <= size - bytes;
}

bool word_fits(std::uint64_t at, std::uint64_t size) {
  return at % 8 == 0 && at != 0 && fits(at, 8, size);
}

std::uint32_t narrow(std::uint64_t value) {
  return static_cast<std::uint32_t>(value);
}

// Its own module, or the interpreter's.
bool may_have_asyncio(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return (name.starts_with("_asyncio.") || name.starts_with("libpython3.") ||
          name.starts_with("python3")) &&
         !name.ends_with(".py");
}

// From the start of the module.
std::optional<Address> section_of(const std::string& path) {
  auto file = ElfFile::open(path);
  if (!file) return std::nullopt;
  const auto section = file->section(".AsyncioDebug");
  if (!section) return std::nullopt;
  return *section - file->first_address();
}

std::optional<Address> debug_section(int pid) {
  const std::string proc = "/proc/" + std::to_string(pid);
  std::ifstream maps(proc + "/maps");
  std::string last;
  for (std::string line; std::getline(maps, line);) {
    const std::size_t slash = line.find('/');
    if (slash == std::string::npos) continue;
    std::string path = line.substr(slash);
    if (path == last) continue;
    last = path;
    if (!may_have_asyncio(path)) continue;
    // The target may live in another mount namespace.
    auto section = section_of(proc + "/root" + path);
    if (!section) section = section_of(path);
    if (!section) continue;
    Address start = 0;
    std::from_chars(line.data(), line.data() + line.size(), start, 16);
    return start + *section;
  }
  return std::nullopt;
}

// The first interpreter, which is the last of the list, and its sys.modules.
std::optional<Address> modules_of(const Interpreter& interpreter,
                                  RemoteMemory& memory) {
  const Offsets& at = interpreter.offsets;
  auto one = memory.get<Address>(interpreter.runtime + at.interpreters_head);
  for (int i = 0; one && *one != 0 && i < kMostInterpreters; ++i) {
    const auto next = memory.get<Address>(*one + at.interpreter_next);
    if (!next) return std::nullopt;
    if (*next == 0) return memory.get<Address>(*one + at.interpreter_modules);
    one = next;
  }
  return std::nullopt;
}

std::optional<TaskOffsets> find_sets(const Interpreter& interpreter,
                                     RemoteMemory& memory) {
  Objects objects(memory, interpreter.offsets);
  TaskOffsets at = known_task_offsets(interpreter.offsets);
  const auto modules = modules_of(interpreter, memory);
  const auto module =
      modules ? objects.find(*modules, "_asyncio") : std::nullopt;
  if (!module || !objects.is(module->value, "module")) return std::nullopt;
  const auto names = memory.get<Address>(module->value + kModuleDict +
                                         head_growth(interpreter.offsets));
  if (!names) return std::nullopt;
  const auto tasks = objects.find(*names, "_scheduled_tasks");
  const auto current = objects.find(*names, "_current_tasks");
  const auto type = objects.find(*names, "Task");
  if (!tasks || !current || !type || !objects.is(tasks->value, "WeakSet") ||
      !objects.is(current->value, "dict") ||
      !objects.is_type(type->value, "_asyncio.Task")) {
    return std::nullopt;
  }
  const auto size = memory.get<std::uint64_t>(type->value + kTypeBasicSize +
                                              head_growth(interpreter.offsets));
  const auto data = objects.first_attribute(tasks->value);
  if (!size || *size != at.task_size || !data || !objects.is(*data, "set")) {
    return std::nullopt;
  }
  at.scheduled = *data;
  at.current = current->value;
  at.task_type = type->value;
  return at;
}

}  // namespace

bool tells_tasks(const Offsets& offsets) {
  return offsets.minor >= 12 && offsets.minor <= 14;
}

TaskOffsets known_task_offsets(const Offsets& offsets) {
  TaskOffsets at;
  at.task_loop = 16;
  at.coroutine_frame = 72;
  at.coroutine_state = 67;
  at.frame_stack = 64;
  if (offsets.minor == 12) {
    at.thread_dict = 112;
    at.task_size = 176;
    at.task_state = 88;
    at.task_coroutine = 136;
    at.task_name = 144;
  } else {
    at.thread_loop = offsets.thread_size;
    at.task_size = 144;
    at.task_state = 96;
    at.task_coroutine = 120;
    at.task_name = 128;
  }
  const auto more = static_cast<std::uint32_t>(head_growth(offsets));
  for (std::uint32_t* field :
       {&at.task_size, &at.task_loop, &at.task_state, &at.task_coroutine,
        &at.task_name, &at.coroutine_frame, &at.coroutine_state}) {
    *field += more;
  }
  return at;
}

std::optional<TaskOffsets> parse_task_offsets(
    const Offsets& offsets,
    std::span<const std::uint64_t, kAsyncioDebugWords> asyncio,
    std::span<const std::uint64_t, kGeneratorWords> generator,
    std::uint64_t frame_stack) {
  const std::uint64_t task = asyncio[kAsyncioTaskSize];
  const std::uint64_t thread = asyncio[kAsyncioThreadSize];
  for (const AsyncioWord word :
       {kAsyncioTaskName, kAsyncioTaskCoroutine, kAsyncioTaskNode}) {
    if (!word_fits(asyncio[word], task)) return std::nullopt;
  }
  if (!fits(asyncio[kAsyncioTaskNode], 16, task)) return std::nullopt;
  for (const AsyncioWord word :
       {kAsyncioRunningLoop, kAsyncioRunningTask, kAsyncioThreadTasks}) {
    if (!word_fits(asyncio[word], thread)) return std::nullopt;
  }
  // They are read as a pair.
  if (asyncio[kAsyncioRunningTask] != asyncio[kAsyncioRunningLoop] + 8)
    return std::nullopt;
  // Of a generator's size only what stands in front of its frame counts.
  if (generator[kGeneratorFrame] % 8 != 0 || generator[kGeneratorFrame] > 512 ||
      generator[kGeneratorState] >= generator[kGeneratorFrame] ||
      !word_fits(frame_stack, offsets.frame_size)) {
    return std::nullopt;
  }
  TaskOffsets out;
  out.thread_loop = narrow(asyncio[kAsyncioRunningLoop]);
  out.thread_task = narrow(asyncio[kAsyncioRunningTask]);
  out.thread_tasks = narrow(asyncio[kAsyncioThreadTasks]);
  out.task_size = narrow(task);
  // The first field behind the head of the object. The section does not tell,
  // but of a task that is believed it must be the loop that runs.
  out.task_loop = offsets.object_type + 8;
  out.task_name = narrow(asyncio[kAsyncioTaskName]);
  out.task_coroutine = narrow(asyncio[kAsyncioTaskCoroutine]);
  out.task_node = narrow(asyncio[kAsyncioTaskNode]);
  out.coroutine_frame = narrow(generator[kGeneratorFrame]);
  out.coroutine_state = narrow(generator[kGeneratorState]);
  out.frame_stack = narrow(frame_stack);
  return out;
}

std::optional<TaskOffsets> find_task_offsets(int pid,
                                             const Interpreter& interpreter,
                                             RemoteMemory& memory) {
  if (!tells_tasks(interpreter.offsets)) return std::nullopt;
  if (interpreter.offsets.minor < 14) return find_sets(interpreter, memory);
  const auto section = debug_section(pid);
  if (!section) return std::nullopt;
  std::array<std::uint64_t, kAsyncioDebugWords> asyncio{};
  std::array<std::uint64_t, kGeneratorWords> generator{};
  if (!memory.read(*section, asyncio.data(), sizeof asyncio) ||
      !memory.read(interpreter.runtime + kGeneratorPlace, generator.data(),
                   sizeof generator)) {
    return std::nullopt;
  }
  const auto stack =
      memory.get<std::uint64_t>(interpreter.runtime + kFrameStackPlace);
  if (!stack) return std::nullopt;
  return parse_task_offsets(interpreter.offsets, asyncio, generator, *stack);
}

}  // namespace ppp::profiler::cpython

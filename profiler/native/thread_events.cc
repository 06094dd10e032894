// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/thread_events.h"

#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

namespace ppp::profiler::native {
namespace {

// Enough to come back to the interpreter's loop from most C functions: kernels
// of OpenBLAS have up to 32 KiB on the stack.
constexpr std::uint32_t kStackBytes = 40 * 1024;
// A dozen snapshots. An ordinary user may lock 516 KiB per CPU, and that much
// more as `ulimit -l` says; where there are many threads each gets less.
constexpr std::size_t kPage = 4096;
constexpr std::size_t kMostPages = 128;
constexpr std::size_t kFewestPages = 16;

perf_event_attr attributes(std::uint64_t period_ns, bool in_kernel) {
  perf_event_attr attr = {};
  attr.size = sizeof attr;
  attr.type = PERF_TYPE_SOFTWARE;
  attr.config = PERF_COUNT_SW_CPU_CLOCK;
  attr.sample_period = period_ns;
  attr.sample_type =
      PERF_SAMPLE_TIME | PERF_SAMPLE_REGS_USER | PERF_SAMPLE_STACK_USER;
  attr.sample_regs_user = kPerfRegisters;
  attr.sample_stack_user = kStackBytes;
  attr.exclude_kernel = in_kernel ? 0 : 1;
  attr.exclude_hv = 1;
  attr.exclude_callchain_kernel = 1;
  attr.exclude_callchain_user = 1;
  attr.mmap = 1;
  attr.use_clockid = 1;
  attr.clockid = CLOCK_MONOTONIC;
  // Nobody waits for it.
  attr.watermark = 1;
  attr.wakeup_watermark = kMostPages * kPage;
  return attr;
}

int open_event(perf_event_attr& attr, int tid) {
  return static_cast<int>(
      ::syscall(SYS_perf_event_open, &attr, tid, -1, -1, PERF_FLAG_FD_CLOEXEC));
}

Error refusal(int code) {
  std::string why = std::strerror(code);
  std::string hint = "allow it with sudo sysctl kernel.perf_event_paranoid=2";
  if (code == EACCES || code == EPERM) {
    std::ifstream setting("/proc/sys/kernel/perf_event_paranoid");
    int level = 0;
    if (setting >> level) {
      why += ", kernel.perf_event_paranoid is " + std::to_string(level);
      if (level <= 2) {
        hint =
            "in a container add --cap-add=PERFMON and a seccomp profile "
            "that has perf_event_open";
      }
    }
  } else if (code == ENOSYS) {
    hint = "this kernel has no perf_event_open";
  } else if (code == EMFILE || code == ENOMEM) {
    hint = "raise ulimit -n and ulimit -l";
  }
  return Error{Error::Kind::kEnvironment, "perf_event_open is refused: " + why,
               hint};
}

}  // namespace

Result<ThreadEvents> ThreadEvents::open(int tid, std::uint64_t period_ns) {
#ifndef __x86_64__
  return Error{Error::Kind::kEnvironment,
               "native stacks are read on x86-64 only", "leave --native out"};
#endif
  ThreadEvents events;
  for (const bool in_kernel : {true, false}) {
    perf_event_attr attr = attributes(period_ns, in_kernel);
    events.event_ = Descriptor(open_event(attr, tid));
    events.in_kernel_ = in_kernel;
    if (events.event_.get() >= 0 || (errno != EACCES && errno != EPERM)) break;
  }
  if (events.event_.get() < 0) return refusal(errno);
  void* ring = MAP_FAILED;
  for (std::size_t pages = kMostPages;
       ring == MAP_FAILED && pages >= kFewestPages; pages /= 2) {
    events.ring_size_ = (1 + pages) * kPage;
    ring = ::mmap(nullptr, events.ring_size_, PROT_READ | PROT_WRITE,
                  MAP_SHARED, events.event_.get(), 0);
  }
  if (ring == MAP_FAILED) {
    return Error{
        Error::Kind::kEnvironment,
        std::string("perf's memory is refused: ") + std::strerror(errno),
        "raise ulimit -l"};
  }
  events.ring_ = static_cast<std::byte*>(ring);
  return events;
}

ThreadEvents::ThreadEvents(ThreadEvents&& other) noexcept
    : event_(std::move(other.event_)),
      ring_(std::exchange(other.ring_, nullptr)),
      ring_size_(other.ring_size_),
      in_kernel_(other.in_kernel_),
      joined_(std::move(other.joined_)) {}

ThreadEvents& ThreadEvents::operator=(ThreadEvents&& other) noexcept {
  std::swap(event_, other.event_);
  std::swap(ring_, other.ring_);
  std::swap(ring_size_, other.ring_size_);
  std::swap(in_kernel_, other.in_kernel_);
  std::swap(joined_, other.joined_);
  return *this;
}

ThreadEvents::~ThreadEvents() {
  if (ring_) ::munmap(ring_, ring_size_);
}

bool ThreadEvents::waiting() const {
  auto* page = reinterpret_cast<perf_event_mmap_page*>(ring_);
  const std::atomic_ref<__u64> head(page->data_head);
  return head.load(std::memory_order_acquire) != page->data_tail;
}

int ThreadEvents::mapped() const {
  auto* page = reinterpret_cast<perf_event_mmap_page*>(ring_);
  const std::atomic_ref<__u64> head_word(page->data_head);
  const std::uint64_t head = head_word.load(std::memory_order_acquire);
  const std::uint64_t size = ring_size_ - kPage;
  int found = 0;
  perf_event_header header = {};
  for (std::uint64_t at = page->data_tail; at < head; at += header.size) {
    std::memcpy(&header, ring_ + kPage + at % size, sizeof header);
    if (header.size < sizeof header) break;
    found += header.type == PERF_RECORD_MMAP;
  }
  return found;
}

void ThreadEvents::drain(const std::function<void(const Record&)>& take) {
  auto* page = reinterpret_cast<perf_event_mmap_page*>(ring_);
  std::atomic_ref<__u64> head_word(page->data_head);
  std::atomic_ref<__u64> tail_word(page->data_tail);
  const std::byte* data = ring_ + kPage;
  const std::uint64_t size = ring_size_ - kPage;
  const std::uint64_t head = head_word.load(std::memory_order_acquire);
  std::uint64_t tail = page->data_tail;
  while (tail < head) {
    perf_event_header header = {};
    const std::uint64_t at = tail % size;
    // Records are multiples of 8 bytes, and so is a header.
    std::memcpy(&header, data + at, sizeof header);
    if (header.size < sizeof header || header.size > head - tail) {
      tail = head;  // cannot be: nothing that follows can be told
      break;
    }
    if (at + header.size <= size) {
      take(parse_record({data + at, header.size}));
    } else {
      const std::size_t first = size - at;
      joined_.resize(header.size);
      std::memcpy(joined_.data(), data + at, first);
      std::memcpy(joined_.data() + first, data, header.size - first);
      take(parse_record(joined_));
    }
    tail += header.size;
  }
  tail_word.store(tail, std::memory_order_release);
}

void ThreadEvents::set_period(std::uint64_t period_ns) {
  ::ioctl(event_.get(), PERF_EVENT_IOC_PERIOD, &period_ns);
}

}  // namespace ppp::profiler::native

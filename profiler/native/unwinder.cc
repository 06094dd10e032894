// SPDX-License-Identifier: Apache-2.0
#include "profiler/native/unwinder.h"

#include <libunwind.h>

#include <cstring>

#include "base/check.h"

// libunwind's own search through a table that is not in this process. Not in
// its header; perf uses it, too.
extern "C" int UNW_OBJ(dwarf_search_unwind_table)(unw_addr_space_t, unw_word_t,
                                                  unw_dyn_info_t*,
                                                  unw_proc_info_t*, int, void*);

namespace ppp::profiler::native {

struct Unwinder::State {
  explicit State(Modules& of) : modules(of) {}

  Modules& modules;
  const Snapshot* snapshot = nullptr;
  unw_addr_space_t space = nullptr;
  unw_cursor_t cursor{};
  bool begun = false;
  bool no_table = false;  // for the function that it was to step out of
};

namespace {

// .eh_frame_hdr: version, encodings of three things, where .eh_frame is, how
// many entries there are, then the entries: sorted pairs of offsets.
constexpr std::uint8_t kSortedPairs = 0x3b;  // DW_EH_PE_datarel | sdata4
constexpr std::uint8_t kRelative4 = 0x1b;    // DW_EH_PE_pcrel | sdata4
constexpr std::uint8_t kCount4 = 0x03;       // DW_EH_PE_udata4
constexpr std::uint64_t kHeadSize = 12;
constexpr std::uint64_t kPairSize = 8;

}  // namespace

// The functions that libunwind calls. They have access to State.
struct UnwinderAccess {
  template <typename State>
  static int find_proc_info(unw_addr_space_t space, unw_word_t ip,
                            unw_proc_info_t* info, int need_info, void* arg) {
    auto* state = static_cast<State*>(arg);
    state->no_table = true;
    const Module* module = state->modules.find_code(ip);
    if (!module || module->unwind_table() == 0) return -UNW_ENOINFO;
    const Address table = module->unwind_table();
    const std::string_view head = module->bytes_at(table, kHeadSize);
    if (head.size() != kHeadSize || head[0] != 1 ||
        static_cast<std::uint8_t>(head[1]) != kRelative4 ||
        static_cast<std::uint8_t>(head[2]) != kCount4 ||
        static_cast<std::uint8_t>(head[3]) != kSortedPairs) {
      return -UNW_ENOINFO;
    }
    std::uint32_t count = 0;
    std::memcpy(&count, head.data() + 8, sizeof count);
    const auto pairs = module->bytes_at(table + kHeadSize, count * kPairSize);
    if (count == 0 || pairs.empty()) return -UNW_ENOINFO;
    unw_dyn_info_t found = {};
    found.format = UNW_INFO_FORMAT_REMOTE_TABLE;
    found.start_ip = 0;
    found.end_ip = ~unw_word_t{0};
    found.u.rti.segbase = table;
    found.u.rti.table_data = table + kHeadSize;
    found.u.rti.table_len = count * kPairSize / sizeof(unw_word_t);
    const int failed = UNW_OBJ(dwarf_search_unwind_table)(space, ip, &found,
                                                          info, need_info, arg);
    state->no_table = failed < 0;
    return failed;
  }

  template <typename State>
  static int access_mem(unw_addr_space_t, unw_word_t address, unw_word_t* value,
                        int write, void* arg) {
    if (write) return -UNW_EINVAL;
    auto* state = static_cast<State*>(arg);
    const Snapshot& snapshot = *state->snapshot;
    const Address base = snapshot.registers[kRsp];
    const Address inside = address - base;
    const std::size_t size = snapshot.stack.size();
    if (address >= base && size >= sizeof *value &&
        inside <= size - sizeof *value) {
      std::memcpy(value, snapshot.stack.data() + inside, sizeof *value);
      return 0;
    }
    const Module* module = state->modules.find(address);
    if (!module) return -UNW_EINVAL;
    const auto bytes = module->bytes_at(address, sizeof *value);
    if (bytes.size() != sizeof *value) return -UNW_EINVAL;
    std::memcpy(value, bytes.data(), sizeof *value);
    return 0;
  }

  template <typename State>
  static int access_reg(unw_addr_space_t, unw_regnum_t number,
                        unw_word_t* value, int write, void* arg) {
    if (write || number < 0 || number >= kRegisterCount) return -UNW_EBADREG;
    auto* state = static_cast<State*>(arg);
    *value = state->snapshot->registers[static_cast<std::size_t>(number)];
    return 0;
  }

  static void put_unwind_info(unw_addr_space_t, unw_proc_info_t*, void*) {}
  static int get_dyn_info_list(unw_addr_space_t, unw_word_t*, void*) {
    return -UNW_ENOINFO;
  }
  static int access_fpreg(unw_addr_space_t, unw_regnum_t, unw_fpreg_t*, int,
                          void*) {
    return -UNW_EINVAL;
  }
  static int resume(unw_addr_space_t, unw_cursor_t*, void*) {
    return -UNW_EINVAL;
  }
  static int get_proc_name(unw_addr_space_t, unw_word_t, char*, std::size_t,
                           unw_word_t*, void*) {
    return -UNW_ENOINFO;
  }

  template <typename State>
  static unw_accessors_t of() {
    unw_accessors_t calls = {};
    calls.find_proc_info = find_proc_info<State>;
    calls.put_unwind_info = put_unwind_info;
    calls.get_dyn_info_list_addr = get_dyn_info_list;
    calls.access_mem = access_mem<State>;
    calls.access_reg = access_reg<State>;
    calls.access_fpreg = access_fpreg;
    calls.resume = resume;
    calls.get_proc_name = get_proc_name;
    return calls;
  }
};

Unwinder::Unwinder(Modules& modules)
    : state_(std::make_unique<State>(modules)) {
  unw_accessors_t calls = UnwinderAccess::of<State>();
  state_->space = ::unw_create_addr_space(&calls, 0);
  PPP_CHECK(state_->space != nullptr);
  // Without it each step parses the function's table anew: ten times the cost.
  ::unw_set_caching_policy(state_->space, UNW_CACHE_GLOBAL);
}

Unwinder::~Unwinder() { ::unw_destroy_addr_space(state_->space); }

void Unwinder::begin(const Snapshot& snapshot, bool calls) {
  state_->snapshot = &snapshot;
  // What was found for an address then no longer holds.
  if (generation_ != state_->modules.generation()) {
    ::unw_flush_cache(state_->space, 0, 0);
    generation_ = state_->modules.generation();
  }
  frame_ = {snapshot.registers[kRip], snapshot.registers, !calls};
  state_->begun =
      ::unw_init_remote(&state_->cursor, state_->space, state_.get()) == 0;
}

bool Unwinder::step() {
  if (!state_->begun) return false;
  const Address before = frame_.registers[kRsp];
  state_->no_table = false;
  // Where there is no table libunwind follows frame pointers, that is to say
  // it guesses: most code has none.
  if (::unw_step(&state_->cursor) <= 0 || state_->no_table) return false;
  frame_ = {};
  read_frame();
  // A stack grows down; what goes round in circles is no stack.
  return frame_.ip != 0 && frame_.registers[kRsp] > before;
}

void Unwinder::read_frame() {
  for (int number = 0; number < kRegisterCount; ++number) {
    const bool kept = number == kRbx || number == kRbp || number == kRsp ||
                      number == kRip || number >= kR8 + 4;
    unw_word_t value = 0;
    if (kept && ::unw_get_reg(&state_->cursor, number, &value) == 0) {
      frame_.registers[static_cast<std::size_t>(number)] = value;
    }
  }
  frame_.ip = frame_.registers[kRip];
}

}  // namespace ppp::profiler::native

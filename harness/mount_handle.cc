// SPDX-License-Identifier: Apache-2.0
#include "harness/mount_handle.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <initializer_list>

namespace ppp::harness {

MountHandle::MountHandle() {
  int pair[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, pair) == 0) {
    ours_ = pair[0];
    childs_ = pair[1];
  }
}

MountHandle::~MountHandle() {
  for (int fd : {ours_, childs_}) {
    if (fd >= 0) ::close(fd);
  }
}

void MountHandle::send() const {
  int fd = ::open("/proc/self/ns/mnt", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  char byte = 0;
  iovec part = {&byte, 1};
  alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
  msghdr header = {};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = room;
  header.msg_controllen = sizeof room;
  cmsghdr* control = CMSG_FIRSTHDR(&header);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(control), &fd, sizeof fd);
  // Without it the run is only less exactly timed.
  [[maybe_unused]] ssize_t sent = ::sendmsg(childs_, &header, 0);
  ::close(fd);
}

}  // namespace ppp::harness

# SPDX-License-Identifier: Apache-2.0
"""The event loop of a coroutine, in a child: all that it watches belongs to the
parent, which goes on with it when its children are gone."""

import os
import select
import selectors
import socket
import stat
import sys

FIRST = 3  # descriptors below are the process's streams


def running():
    """The event loop that runs this code, or None."""
    module = sys.modules.get("asyncio.events")
    return module._get_running_loop() if module else None


def is_idle(coroutine):
    """A task that looks after the connections of a pool, until the pool is asked
    for one; or that only waits to be told of something, for such a task."""
    names = getattr(getattr(coroutine, "cr_frame", None), "f_globals", {})
    module = str(names.get("__name__", ""))
    if module == "asyncio.locks":
        return coroutine.__name__ == "wait"
    return module.partition(".")[0] == "psycopg_pool"


def at_work():
    """The event loop that runs, and its task: what a child must know."""
    loop = running()
    return loop, loop and sys.modules["asyncio"].current_task(loop)


def others_of(loop):
    """All tasks but that which runs, and those that wait to be needed."""
    from asyncio import all_tasks, current_task

    found = all_tasks(loop) - {current_task(loop)}
    return {task for task in found if not is_idle(task.get_coro())}


def idle_threads(loop):
    """How many threads of the event loop's own wait for something to do."""
    executor = getattr(loop, "_default_executor", None)
    if type(executor).__module__ != "concurrent.futures.thread":
        return 0
    threads = sum(thread.is_alive() for thread in executor._threads)
    busy = executor._work_queue.qsize() or executor._idle_semaphore._value < threads
    return 0 if busy else threads


def open_descriptors():
    """(descriptor, mode, what it is) of those that are open."""
    for word in os.listdir("/proc/self/fd"):
        try:
            fd = int(word)
            yield fd, os.fstat(fd).st_mode, os.readlink("/proc/self/fd/" + word)
        except OSError:
            pass  # the folder's own descriptor


def is_conversation(fd):
    """A socket that is connected to one other, by a stream."""
    with socket.socket(fileno=os.dup(fd)) as one:
        try:
            one.getpeername()
        except OSError:
            return False
        return one.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM


def own_pipe(loop):
    """The two ends by which other threads wake the event loop."""
    return [loop._ssock.fileno(), loop._csock.fileno()]


def obstacle(loop):
    """Why a child could not go on with this event loop; "": it can."""
    from asyncio import SelectorEventLoop, current_task

    if loop is None:
        return "no event loop of asyncio runs the loop"
    selector = getattr(loop, "_selector", None)
    if type(loop) is not SelectorEventLoop or type(selector) is not selectors.EpollSelector:
        return "the event loop is not asyncio's own"
    if current_task(loop) is None:
        return "no task runs the loop"
    if others_of(loop):
        return "other tasks are under way beside the loop"
    watched = set(selector.get_map())
    for fd, mode, target in open_descriptors():
        if target == "anon_inode:[eventpoll]" and fd != selector.fileno():
            return "the program has a selector of its own"
        if fd >= FIRST and stat.S_ISSOCK(mode):
            if not is_conversation(fd):
                return "the program has a socket that is no connection to one other"
            watched.discard(fd)
    if watched:
        return "the event loop watches more than connections"
    return ""


class OwnLoop:
    """Makes the event loop of the parent one of this child.

    Its objects stay as they are; behind their descriptors stand others. On a
    connection that the parent has open nothing comes any more, and what is
    sent is kept here: so whatever asks by one of these waits, or is found out.
    """

    def __init__(self, loop, task):
        self.loop = loop
        self.known = set()
        self.ends = []
        self.enter(task)
        # Its threads are the parent's.
        loop._default_executor = None
        own = own_pipe(loop)
        for fd, mode, _ in list(open_descriptors()):
            if fd >= FIRST and stat.S_ISSOCK(mode) and fd not in own:
                self.ends.append(self.cut(fd))
        for fd, end in zip(own, socket.socketpair()):
            self.put(end, fd, blocking=False)
        self.watch()

    def enter(self, task):
        """A fork forgets what runs, in some versions."""
        import asyncio

        if sys.version_info >= (3, 12):
            asyncio.set_event_loop(self.loop)
        asyncio._set_running_loop(self.loop)
        if asyncio.current_task(self.loop) is not task:
            asyncio.tasks._enter_task(self.loop, task)

    def put(self, end, fd, blocking):
        end.setblocking(blocking)
        os.dup2(end.fileno(), fd, inheritable=False)
        end.close()

    def cut(self, fd):
        blocking = os.get_blocking(fd)
        ours, theirs = socket.socketpair()
        self.put(ours, fd, blocking)
        theirs.setblocking(False)
        return theirs

    def watch(self):
        selector = self.loop._selector
        with select.epoll() as own:
            os.dup2(own.fileno(), selector.fileno(), inheritable=False)
        for key in selector.get_map().values():
            events = select.EPOLLIN if key.events & selectors.EVENT_READ else 0
            if key.events & selectors.EVENT_WRITE:
                events |= select.EPOLLOUT
            selector._selector.register(key.fd, events)

    def uses_older(self):
        """Something was sent on a connection that was open before."""
        for end in self.ends:
            try:
                if end.recv(1):
                    return True
            except OSError:
                pass  # nothing came
        return False

    def begin(self):
        """From here on a new task is one of the work."""
        self.known = others_of(self.loop)

    def left_behind(self):
        return others_of(self.loop) - self.known

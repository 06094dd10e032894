import logging
import time

logging.basicConfig(level=logging.INFO, format="%(message)s")


def answers(host):
    time.sleep(0.002)
    if host.endswith("3"):
        logging.warning("%s is down", host)
        return False
    logging.info("%s is up", host)
    return True


hosts = ["host%d" % number for number in range(24)]
up = [host for host in hosts if answers(host)]
print(len(up))

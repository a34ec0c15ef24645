"""What an agent says, as the protocol has it."""

import json
from datetime import UTC, datetime

_START_S = datetime(2026, 1, 1, tzinfo=UTC).timestamp()


def said(**fields: object) -> bytes:
    """One line, as it goes over the channel."""
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def handshake(**changes: object) -> bytes:
    fields = {
        "protocol": 1,
        "version": "1.0.0",
        "os": "linux",
        "os_name": "Debian GNU/Linux 12",
        "kernel": "6.1.0-28-amd64",
        "hostname": "web",
        "boot_id": "a",
        "period_s": 5,
        "capabilities": ["processes", "services", "packages:apt", "upgrade"],
    }
    return said(type="handshake", **(fields | changes))


def metrics(second: int = 0, *, interfaces: list[dict] | None = None, **changes: object) -> bytes:
    """A message of metrics `second` seconds after the guest's start; sections can be changed."""
    if interfaces is None:
        interfaces = [
            interface("lo", 1000 + second, 1000 + second, ["127.0.0.1"]),
            interface("eth0", 5000 + 200 * second, 7000 + 400 * second, ["10.0.0.2", "fe80::1"]),
        ]
    system = {
        "cpu": {"usage_percent": 12.5, "cores_usage": [10.0, 15.0], "temperature": 51.0},
        "memory": {
            "total_kb": 4_000_000,
            "used_kb": 1_000_000,
            "available_kb": 3_000_000,
            "swap_total_kb": 2048,
            "swap_used_kb": 1024,
        },
        "disk": {
            "usage_stats": [
                {
                    "mount_point": "/",
                    "total_gb": 20.0,
                    "used_gb": 5.5,
                    "available_gb": 14.5,
                    "filesystem": "ext4",
                }
            ],
            "io_stats": {
                "read_bytes_per_sec": 4096.0,
                "write_bytes_per_sec": 8192.0,
                "read_ops_per_sec": 1.0,
                "write_ops_per_sec": 2.0,
            },
        },
        "network": {"interfaces": interfaces},
        "system": {
            "uptime_seconds": 1000 + second,
            "name": "Debian GNU/Linux",
            "os_version": "12",
            "kernel_version": "6.1.0-28-amd64",
            "hostname": "web",
            "load_average": {"load_1min": 0.5, "load_5min": 0.4, "load_15min": 0.3},
            "process_count": 117,
        },
        "processes": [process(number) for number in range(10)],
    }
    at = datetime.fromtimestamp(_START_S + second, UTC).isoformat().replace("+00:00", "Z")
    return said(type="metrics", timestamp=at, data={"system": system | changes})


def interface(name: str, received: float, sent: float, addresses=()) -> dict:
    return {
        "name": name,
        "bytes_received": received,
        "bytes_sent": sent,
        "packets_received": 10,
        "packets_sent": 10,
        "errors_in": 0,
        "errors_out": 0,
        "ip_addresses": list(addresses),
        "mac": "52:54:00:00:00:01",
        "is_up": True,
    }


def process(number: int) -> dict:
    return {
        "id": 100 + number,
        "parent_id": 1,
        "name": f"worker-{number}",
        "command_line": f"/usr/bin/worker-{number} --serve",
        "user": "www-data",
        "cpu_usage_percent": 1.5 * number,
        "memory_usage_kb": 2048 + number,
        "status": "sleeping",
        "start_time": 1_764_000_000 + number,
    }

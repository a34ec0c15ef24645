// Lets the Windows agent's protocol part run where there is no Windows: a made-up machine, a port
// that is a TCP connection of the loopback, and the classes for event logs, which only Windows has.
using System;
using System.Collections.Generic;
using System.Net.Sockets;
using System.Threading;
using Infinibay;

namespace System.Diagnostics.Eventing.Reader
{
    public enum PathType { LogName }

    public class EventLogException : Exception { }

    public class EventLogQuery
    {
        public bool ReverseDirection;

        public EventLogQuery(string log, PathType kind, string query) { }
    }

    public class EventRecord : IDisposable
    {
        public DateTime? TimeCreated;
        public string ProviderName;
        public int Id;

        public string FormatDescription() { return ""; }

        public void Dispose() { }
    }

    public class EventLogReader : IDisposable
    {
        public EventLogReader(EventLogQuery query) { }

        public EventRecord ReadEvent() { return null; }

        public void Dispose() { }
    }
}

public class MadeUpMachine : Machine
{
    private static readonly List<Fields> Rows = new List<Fields>();

    public override Fields Handshake()
    {
        return new Fields
        {
            { "type", "handshake" }, { "protocol", 1 }, { "version", "1.0.0" }, { "os", "windows" },
            { "os_name", "Windows 11 Pro 23H2" }, { "kernel", "10.0.22631.4460" }, { "hostname", "DESK-1" },
            { "boot_id", "boot-17" }, { "period_s", 0 },
            { "capabilities", new string[] { "diagnostics", "disks", "logs", "packages:msi", "packages:winget", "processes", "services", "upgrade", "users" } }
        };
    }

    public override Fields Reading()
    {
        Fields disk = new Fields { { "mount_point", "C:\\" }, { "filesystem", "NTFS" }, { "total_gb", 63.4 }, { "used_gb", 21.25 }, { "available_gb", 42.15 } };
        Fields card = new Fields
        {
            { "name", "Ethernet" }, { "bytes_received", 123456789012L }, { "bytes_sent", 9876543L }, { "packets_received", 1234567L },
            { "packets_sent", 76543L }, { "errors_in", 0L }, { "errors_out", 0L }, { "ip_addresses", new string[] { "192.168.122.50", "fe80::1" } },
            { "mac", "52:54:00:12:34:56" }, { "is_up", true }
        };
        Fields system = new Fields
        {
            { "cpu", new Fields { { "usage_percent", 12.5 }, { "cores_usage", new double[] { 20.0, 5.0 } } } },
            { "memory", new Fields { { "total_kb", 8388608UL }, { "used_kb", 4194304UL }, { "available_kb", 4194304UL }, { "swap_total_kb", 1310720UL }, { "swap_used_kb", 0UL } } },
            { "disk", new Fields { { "usage_stats", new Fields[] { disk } }, { "io_stats", new Fields { { "read_bytes_per_sec", 4096.0 }, { "write_bytes_per_sec", 0.0 }, { "read_ops_per_sec", 1.0 }, { "write_ops_per_sec", 0.0 } } } } },
            { "network", new Fields { { "interfaces", new Fields[] { card } } } },
            { "system", new Fields { { "uptime_seconds", 86400L }, { "name", "Windows 11 Pro 23H2" }, { "os_version", "23H2" }, { "kernel_version", "10.0.22631.4460" }, { "hostname", "DESK-1" }, { "process_count", 1 } } }
        };
        Fields process = new Fields
        {
            { "id", 4321 }, { "parent_id", 4 }, { "name", "notepad.exe" }, { "command_line", "\"C:\\Windows\\notepad.exe\" <b>.txt" }, { "user", "DESK-1\\ana" },
            { "cpu_usage_percent", 1.5 }, { "memory_usage_kb", 20480L }, { "status", "running" }, { "start_time", 1795598957L }
        };
        return new Fields { { "system", system }, { "processes", new Fields[] { process } } };
    }

    public override IDictionary<string, Func<Job, Outcome>> Actions()
    {
        return new Dictionary<string, Func<Job, Outcome>>
        {
            { "ServiceList", delegate(Job job) { return Outcome.Page(Rows, job.Wish); } },
            { "PackageInstall", Install },
            { "Diagnostics", Wait },
            { "DiskList", Run }
        };
    }

    public static void Fill()
    {
        for (int number = 0; number < 500; number++)
        {
            Rows.Add(new Fields
            {
                { "name", "Service" + number }, { "display_name", "Service \u00fc " + number }, { "state", number % 2 == 0 ? "running" : "stopped" },
                { "start_type", "enabled" }, { "description", new string('\u00e9', 150) }
            });
        }
    }

    private static Outcome Install(Job job)
    {
        job.Progress("Downloading", 40);
        Outcome outcome = new Outcome(null);
        outcome.Output = "Successfully installed\n";
        return outcome;
    }

    private static Outcome Wait(Job job)
    {
        while (true)
        {
            job.Check();
            job.Cancelled.WaitOne(50);
        }
    }

    private static Outcome Run(Job job)
    {
        return Programs.Run(job, "/bin/sh", new string[] { "-c", job.Wish.Choice("script", "echo \"one  two\" 'x'", "echo \"one  two\" 'x'", "sleep 600", "exit 3") }, null);
    }

    public override bool Starts(Job job, string file, string version)
    {
        return System.IO.File.ReadAllText(file).Contains(version);
    }
}

public static class Harness
{
    public static void Main(string[] words)
    {
        MadeUpMachine.Fill();
        if (words[0] == "table")
        {
            foreach (string[] cells in WindowsMachine.Table(Console.In.ReadToEnd())) { Console.WriteLine(string.Join("|", cells)); }
            return;
        }
        if (words[0] == "line")
        {
            Console.Write(Programs.Line(words));
            return;
        }
        int port = int.Parse(words[0]);
        new Agent(delegate { return Connect(port); }, new MadeUpMachine(), 5, words[1]).Run();
    }

    private static System.IO.Stream Connect(int port)
    {
        try
        {
            return new TcpClient("127.0.0.1", port).GetStream();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}

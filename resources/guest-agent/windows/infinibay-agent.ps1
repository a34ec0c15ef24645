<#
.SYNOPSIS
    Infinibay's guest agent for Windows: reports metrics and obeys the host, over one virtio port.
.DESCRIPTION
    Windows PowerShell 5.1 and .NET Framework only. It listens on no network port, keeps no secrets
    and never uses a shell. The protocol is described in PROTOCOL.md. This file is ASCII, because
    Windows PowerShell reads files without a mark in the code page of the machine.
.PARAMETER Port
    The port to the host.
.PARAMETER Period
    Seconds between two readings, until the host says otherwise.
.PARAMETER Once
    Print one reading and end.
.PARAMETER Version
    Print the version and end.
#>
param(
    [string]$Port = '\\.\Global\org.infinibay.agent',
    [double]$Period = 5,
    [switch]$Once,
    [switch]$Version
)

$ErrorActionPreference = 'Stop'
$AgentVersion = '1.0.0'

if ($Version) {
    Write-Output "infinibay-agent $AgentVersion"
    exit 0
}

# C# of the compiler that is part of Windows: version 5 of the language.
$source = @'
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Eventing.Reader;
using System.Globalization;
using System.IO;
using System.Net.NetworkInformation;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Principal;
using System.ServiceProcess;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Web.Script.Serialization;
using Microsoft.Win32;
using Microsoft.Win32.SafeHandles;

namespace Infinibay
{
    /// <summary>The bounds of the protocol.</summary>
    public static class Limits
    {
        public const int Protocol = 1;
        public const int Line = 64 * 1024;
        public const int Payload = 52 * 1024;
        public const int Running = 4;
        public const int Queued = 16;
        public const int Rows = 20000;
        public const int Waiting = 256 * 1024;
        public const int Upgrade = 4 * 1024 * 1024;
        public const int Chunk = 32 * 1024;
        public const int Output = 2 * 1024 * 1024;
        public const int Top = 10;
        public const double KeptS = 60;
        public const double UpgradeSilenceS = 60;
    }

    /// <summary>An object of JSON.</summary>
    public class Fields : Dictionary<string, object>
    {
    }

    /// <summary>The wish cannot be fulfilled; the host is told why.</summary>
    public class Refused : Exception
    {
        public readonly string Code;

        public Refused(string code, string text) : base(text)
        {
            Code = code;
        }
    }

    /// <summary>Words that are safe to send.</summary>
    public static class Words
    {
        private static readonly Regex Secret = new Regex(
            "((?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|authorization|cookie)" +
            "\\S{0,16}?\\s*[=:]\\s*)(?:bearer\\s+|basic\\s+)?\\S+|(\\w+://[^/\\s:@]{1,64}:)[^@\\s]+(?=@)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        public static string Clean(string text, int limit)
        {
            return Kept(text, limit, false).Trim();
        }

        public static string CleanLines(string text)
        {
            return Kept(text, int.MaxValue, true);
        }

        private static string Kept(string text, int limit, bool lines)
        {
            if (text == null) { return ""; }
            int count = Math.Min(text.Length, limit);
            StringBuilder kept = new StringBuilder(count);
            for (int at = 0; at < count; at++)
            {
                char letter = text[at];
                if (char.IsHighSurrogate(letter) && at + 1 < count && char.IsLowSurrogate(text[at + 1]))
                {
                    kept.Append(letter).Append(text[++at]);
                }
                else if (lines && letter == '\n')
                {
                    kept.Append(letter);
                }
                else
                {
                    kept.Append(IsControl(letter) ? ' ' : letter);
                }
            }
            return kept.ToString();
        }

        private static bool IsControl(char letter)
        {
            return char.IsControl(letter) || char.IsSurrogate(letter) || letter == '\u200e'
                || letter == '\u200f' || (letter >= '\u2028' && letter <= '\u202e')
                || (letter >= '\u2066' && letter <= '\u2069');
        }

        public static string Redacted(string text)
        {
            return Secret.Replace(text, delegate(Match hit)
            {
                return (hit.Groups[1].Success ? hit.Groups[1].Value : hit.Groups[2].Value) + "***";
            });
        }

        /// <summary>The end of a text, from the start of a line, so long that JSON of it fits.</summary>
        public static string Tail(string text, int limit)
        {
            while (text.Length > limit || Json.Encode(text).Length > limit * 2)
            {
                string cut = text.Substring(Math.Max(text.Length / 8, text.Length - limit));
                int end = cut.IndexOf('\n');
                text = end >= 0 && end + 1 < cut.Length ? cut.Substring(end + 1) : cut.Substring(1);
            }
            return text;
        }
    }

    /// <summary>JSON as .NET Framework has it.</summary>
    public static class Json
    {
        private static JavaScriptSerializer Make()
        {
            JavaScriptSerializer made = new JavaScriptSerializer();
            made.MaxJsonLength = 4 * 1024 * 1024;
            made.RecursionLimit = 32;
            return made;
        }

        public static byte[] Encode(object message)
        {
            return new UTF8Encoding(false).GetBytes(Make().Serialize(message));
        }

        /// <summary>A message of the host, or nothing if it is none.</summary>
        public static IDictionary<string, object> Parse(byte[] line)
        {
            try
            {
                string text = new UTF8Encoding(false, true).GetString(line);
                IDictionary<string, object> found = Make().DeserializeObject(text) as IDictionary<string, object>;
                return found ?? new Fields();
            }
            catch (Exception error)
            {
                // It throws nearly everything at what is no JSON.
                if (error is OutOfMemoryException) { throw; }
                return new Fields();
            }
        }
    }

    /// <summary>The parameters of a request; nothing of them is believed.</summary>
    public class Wish
    {
        private readonly IDictionary<string, object> values;

        public Wish(IDictionary<string, object> values)
        {
            this.values = values;
        }

        private object Value(string name)
        {
            object value;
            return values.TryGetValue(name, out value) ? value : null;
        }

        public long Integer(string name, long? usual, long low, long high)
        {
            object value = Value(name);
            long? number = value == null ? usual : null;
            if (value is int) { number = (int)value; }
            if (value is long) { number = (long)value; }
            if (number == null || number < low || number > high)
            {
                throw new Refused("bad-request", string.Format(CultureInfo.InvariantCulture,
                    "{0} must be a whole number, {1} to {2}", name, low, high));
            }
            return number.Value;
        }

        public bool Flag(string name)
        {
            return Value(name) is bool && (bool)Value(name);
        }

        public string Word(string name, Regex pattern)
        {
            string value = Value(name) as string;
            if (value == null || !pattern.IsMatch(value))
            {
                throw new Refused("bad-request", name + " is missing or not a valid name");
            }
            return value;
        }

        public string Choice(string name, string usual, params string[] allowed)
        {
            object value = Value(name) ?? usual;
            if (!(value is string) || Array.IndexOf(allowed, (string)value) < 0)
            {
                throw new Refused("bad-request", name + " must be one of " + string.Join(", ", allowed));
            }
            return (string)value;
        }
    }

    /// <summary>What an action gives back.</summary>
    public class Outcome
    {
        public object Data;
        public string Output = "";
        public string Error = "";
        public long ExitCode;
        public bool Success = true;

        public Outcome(object data)
        {
            Data = data;
        }

        public static Outcome Told(long code, string output, string error)
        {
            Outcome made = new Outcome(null);
            made.Output = Words.CleanLines(output);
            made.Error = Words.CleanLines(error);
            made.ExitCode = code;
            made.Success = code == 0;
            return made;
        }

        /// <summary>The same with its last words only, for the host.</summary>
        public Outcome Shortened()
        {
            Output = Words.Tail(Output, 8192);
            Error = Words.Tail(Error, 8192);
            return this;
        }

        /// <summary>As many of the rows as one line can carry; the host asks for the rest.</summary>
        public static Outcome Page(IList<Fields> rows, Wish wish)
        {
            int offset = (int)wish.Integer("offset", 0, 0, 1000000000);
            int limit = (int)wish.Integer("limit", 200, 1, 1000);
            List<Fields> fitting = new List<Fields>();
            int size = 0;
            for (int at = offset; at < rows.Count && at < offset + (long)limit; at++)
            {
                size += Json.Encode(rows[at]).Length + 1;
                if (size > Limits.Payload) { break; }
                fitting.Add(rows[at]);
            }
            return new Outcome(new Fields { { "rows", fitting }, { "total", rows.Count } });
        }
    }

    /// <summary>One request on its way; may be cancelled from another thread.</summary>
    public class Job
    {
        public readonly string Id;
        public readonly string Action;
        public readonly Wish Wish;
        public readonly double TimeoutS;
        public readonly ManualResetEvent Cancelled = new ManualResetEvent(false);
        private readonly Stopwatch clock = new Stopwatch();
        private Action<string, int?> tell = delegate { };
        private long toldAtMs = -1000;

        public Job(string id, string action, Wish wish, double timeoutS)
        {
            Id = id;
            Action = action;
            Wish = wish;
            TimeoutS = timeoutS;
        }

        public long SpentMs
        {
            get { return clock.ElapsedMilliseconds; }
        }

        public void Begin(Action<string, int?> tell)
        {
            this.tell = tell;
            clock.Start();
        }

        public void Check()
        {
            if (Cancelled.WaitOne(0)) { throw new Refused("cancelled", "cancelled"); }
            if (SpentMs > TimeoutS * 1000)
            {
                throw new Refused("timeout", string.Format(CultureInfo.InvariantCulture, "timed out after {0} s", TimeoutS));
            }
        }

        /// <summary>Tell the host how far it is, at most four times a second.</summary>
        public void Progress(string text, int? percent)
        {
            lock (clock)
            {
                if (SpentMs - toldAtMs < 250) { return; }
                toldAtMs = SpentMs;
            }
            tell(Words.Clean(text, 200), percent);
        }
    }

    /// <summary>Cuts what comes into lines; one that is too long is thrown away up to its end.</summary>
    public class Lines
    {
        private readonly MemoryStream half = new MemoryStream();
        private bool skipping;
        public int Refused;

        public List<byte[]> Feed(byte[] data, int count)
        {
            List<byte[]> lines = new List<byte[]>();
            int start = 0;
            for (int at = 0; at < count; at++)
            {
                if (data[at] != (byte)'\n') { continue; }
                Add(data, start, at - start);
                if (!skipping) { lines.Add(half.ToArray()); }
                half.SetLength(0);
                skipping = false;
                start = at + 1;
            }
            Add(data, start, count - start);
            return lines;
        }

        private void Add(byte[] data, int start, int count)
        {
            if (skipping) { return; }
            if (half.Length + count > Limits.Line)
            {
                skipping = true;
                Refused++;
                half.SetLength(0);
                return;
            }
            half.Write(data, start, count);
        }
    }

    /// <summary>What is to be sent. Metrics go first when there is no room: only the latest is kept.</summary>
    public class Outbox
    {
        private readonly Queue<byte[]> lines = new Queue<byte[]>();
        private byte[] metrics;
        private int size;
        public readonly AutoResetEvent Filled = new AutoResetEvent(false);

        public void Put(Fields message, bool droppable)
        {
            byte[] line = Json.Encode(message);
            if (line.Length >= Limits.Line) { return; }
            lock (lines)
            {
                if (droppable && size > Limits.Waiting) { return; }
                lines.Enqueue(line);
                size += line.Length;
            }
            Filled.Set();
        }

        public void PutMetrics(Fields message)
        {
            byte[] line = Json.Encode(message);
            lock (lines)
            {
                metrics = line.Length < Limits.Line ? line : null;
            }
            Filled.Set();
        }

        public byte[] Take()
        {
            lock (lines)
            {
                if (lines.Count > 0)
                {
                    byte[] line = lines.Dequeue();
                    size -= line.Length;
                    return line;
                }
                byte[] latest = metrics;
                metrics = null;
                return latest;
            }
        }

        public void Clear()
        {
            lock (lines)
            {
                lines.Clear();
                size = 0;
                metrics = null;
            }
        }

        public bool IsEmpty
        {
            get { lock (lines) { return lines.Count == 0 && metrics == null; } }
        }

        public bool IsFull
        {
            get { lock (lines) { return size > Limits.Waiting; } }
        }
    }

    /// <summary>The computer that the agent is on.</summary>
    public abstract class Machine
    {
        public abstract Fields Handshake();

        public abstract Fields Reading();

        public abstract IDictionary<string, Func<Job, Outcome>> Actions();

        /// <summary>Whether what was written to the file is an agent of this version that starts.</summary>
        public abstract bool Starts(Job job, string file, string version);

        public virtual void Forget()
        {
        }
    }

    /// <summary>A new agent on its way: written beside the old one, checked, then put in its place.</summary>
    public class Upgrade
    {
        private static readonly Regex Digest = new Regex("^[0-9a-f]{64}\\z");
        private static readonly Regex VersionForm = new Regex("^[0-9]{1,4}(\\.[0-9]{1,4}){0,3}([-+][0-9A-Za-z.]{1,32})?\\z");
        public readonly Job Job;
        public readonly string Version;
        public readonly Stopwatch Heard = Stopwatch.StartNew();
        private readonly Machine machine;
        private readonly string place;
        private readonly long size;
        private readonly string digest;
        private readonly SHA256 hash = SHA256.Create();
        private FileStream file;
        private long have;

        public Upgrade(Machine machine, Job job, string place)
        {
            this.machine = machine;
            this.place = place;
            Job = job;
            Version = job.Wish.Word("version", VersionForm);
            size = job.Wish.Integer("size", null, 1, Limits.Upgrade);
            digest = job.Wish.Word("sha256", Digest);
            try
            {
                file = new FileStream(New, FileMode.Create, FileAccess.Write, FileShare.None);
            }
            catch (Exception error)
            {
                if (!(error is IOException) && !(error is UnauthorizedAccessException)) { throw; }
                throw new Refused("failed", "the agent's folder: " + error.Message);
            }
        }

        private string New
        {
            // The ending is needed, for only then PowerShell runs it.
            get { return Path.ChangeExtension(place, ".new.ps1"); }
        }

        /// <summary>Take the next part; say whether all is there.</summary>
        public bool Take(object offset, object data)
        {
            Heard.Restart();
            long at = offset is int ? (int)offset : offset is long ? (long)offset : -1;
            if (at != have || !(data is string))
            {
                throw new Refused("bad-request", "the next part must begin at " + have);
            }
            byte[] part;
            try
            {
                part = Convert.FromBase64String((string)data);
            }
            catch (FormatException)
            {
                throw new Refused("bad-request", "a part is not base64");
            }
            if (part.Length == 0 || part.Length > Limits.Chunk || have + part.Length > size)
            {
                throw new Refused("bad-request", "a part has a wrong size");
            }
            file.Write(part, 0, part.Length);
            hash.TransformBlock(part, 0, part.Length, null, 0);
            have += part.Length;
            Job.Progress("Received " + have + " of " + size + " bytes", (int)(have * 90 / size));
            return have == size;
        }

        /// <summary>Check what came and put it in the agent's place.</summary>
        public void Finish()
        {
            hash.TransformFinalBlock(new byte[0], 0, 0);
            file.Close();
            if (BitConverter.ToString(hash.Hash).Replace("-", "").ToLowerInvariant() != digest)
            {
                throw new Refused("refused", "the checksum does not match");
            }
            if (!machine.Starts(Job, New, Version))
            {
                throw new Refused("refused", "the new agent does not start, or has another version");
            }
            try
            {
                File.Replace(New, place, null);
            }
            catch (Exception error)
            {
                if (!(error is IOException) && !(error is UnauthorizedAccessException)) { throw; }
                throw new Refused("failed", "replacing: " + error.Message);
            }
        }

        public void Drop()
        {
            file.Close();
            try
            {
                File.Delete(New);
            }
            catch (IOException)
            {
                // Something looks at it; the next upgrade writes over it.
            }
        }
    }

    /// <summary>Has requests done: at most four at once, at most sixteen waiting.</summary>
    public class Desk
    {
        private static readonly Regex IdForm = new Regex("^[A-Za-z0-9_-]{1,64}\\z");
        private readonly Outbox outbox;
        private readonly Machine machine;
        private readonly string place;
        private readonly IDictionary<string, Func<Job, Outcome>> actions;
        private readonly Dictionary<string, Job> running = new Dictionary<string, Job>();
        private readonly LinkedList<Job> waiting = new LinkedList<Job>();
        private Upgrade upgrade;
        public volatile bool RestartWanted;

        public Desk(Outbox outbox, Machine machine, string place)
        {
            this.outbox = outbox;
            this.machine = machine;
            this.place = place;
            actions = machine.Actions();
        }

        public void Request(IDictionary<string, object> message)
        {
            object value;
            message.TryGetValue("id", out value);
            string id = value as string;
            if (id == null || !IdForm.IsMatch(id)) { return; }
            lock (running)
            {
                if (running.ContainsKey(id) || Find(id) != null) { return; }
            }
            try
            {
                Job job = Read(id, message);
                if (job.Action == "AgentUpgrade") { BeginUpgrade(job); }
                else { Queue(job); }
            }
            catch (Refused refusal)
            {
                Refuse(id, refusal, null);
            }
        }

        private Job Find(string id)
        {
            foreach (Job job in waiting)
            {
                if (job.Id == id) { return job; }
            }
            return null;
        }

        private Job Read(string id, IDictionary<string, object> message)
        {
            object value;
            message.TryGetValue("command_type", out value);
            IDictionary<string, object> command = value as IDictionary<string, object>;
            object name = null;
            if (command != null) { command.TryGetValue("action", out name); }
            string action = name as string;
            if (action == null) { throw new Refused("bad-request", "command_type.action is missing"); }
            if (action != "AgentUpgrade" && !actions.ContainsKey(action))
            {
                throw new Refused("unsupported", "this agent does not know " + Words.Clean(action, 64));
            }
            if (RestartWanted || (upgrade != null && IsChange(action)))
            {
                throw new Refused("busy", "the agent is being replaced");
            }
            object timeout;
            message.TryGetValue("timeout", out timeout);
            double seconds = Number(timeout ?? 30, -1);
            if (seconds < 0) { throw new Refused("bad-request", "timeout must be a number of seconds"); }
            return new Job(id, action, new Wish(command), Math.Min(Math.Max(seconds, 0.1), 7200));
        }

        public static double Number(object value, double otherwise)
        {
            if (value is int || value is long || value is decimal || value is double)
            {
                double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                return double.IsNaN(number) || double.IsInfinity(number) ? otherwise : number;
            }
            return otherwise;
        }

        private void Queue(Job job)
        {
            lock (running)
            {
                if (waiting.Count >= Limits.Queued)
                {
                    throw new Refused("busy", "too many requests are waiting");
                }
                waiting.AddLast(job);
            }
            StartWaiting();
        }

        public void StartWaiting()
        {
            if (outbox.IsFull) { return; }
            lock (running)
            {
                while (waiting.Count > 0 && running.Count < Limits.Running)
                {
                    Job job = waiting.First.Value;
                    waiting.RemoveFirst();
                    running[job.Id] = job;
                    Thread thread = new Thread(delegate() { Do(job); });
                    thread.IsBackground = true;
                    thread.Start();
                }
            }
        }

        public void Cancel(object value)
        {
            string id = value as string;
            if (id == null) { return; }
            Job queued;
            lock (running)
            {
                Job job;
                if (running.TryGetValue(id, out job)) { job.Cancelled.Set(); }
                queued = Find(id);
                if (queued != null) { waiting.Remove(queued); }
            }
            if (queued != null) { Refuse(id, new Refused("cancelled", "cancelled"), null); }
            if (upgrade != null && upgrade.Job.Id == id) { EndUpgrade(new Refused("cancelled", "cancelled")); }
        }

        private static bool IsChange(string action)
        {
            return action == "PackageInstall" || action == "PackageRemove" || action == "PackageUpdate";
        }

        /// <summary>Whether a new agent waits to take over, and nothing of ours is under way.</summary>
        public bool MayRestart
        {
            get { lock (running) { return RestartWanted && running.Count == 0 && outbox.IsEmpty; } }
        }

        private void BeginUpgrade(Job job)
        {
            lock (running)
            {
                bool changing = new List<Job>(running.Values).Exists(delegate(Job each) { return IsChange(each.Action); });
                if (upgrade != null || changing) { throw new Refused("busy", "another change is under way"); }
            }
            upgrade = new Upgrade(machine, job, place);
            job.Begin(delegate(string text, int? percent) { Tell(job.Id, text, percent); });
        }

        public void Chunk(IDictionary<string, object> message)
        {
            object id, offset, data;
            message.TryGetValue("id", out id);
            message.TryGetValue("offset", out offset);
            message.TryGetValue("data", out data);
            if (upgrade == null || !upgrade.Job.Id.Equals(id)) { return; }
            try
            {
                if (upgrade.Take(offset, data))
                {
                    upgrade.Finish();
                    Upgrade done = upgrade;
                    upgrade = null;
                    Answer(done.Job, new Outcome(new Fields { { "version", done.Version } }));
                    RestartWanted = true;
                }
            }
            catch (Refused refusal)
            {
                EndUpgrade(refusal);
            }
            catch (IOException error)
            {
                EndUpgrade(new Refused("failed", "writing: " + error.Message));
            }
        }

        private void EndUpgrade(Refused why)
        {
            Upgrade ended = Interlocked.Exchange(ref upgrade, null);
            if (ended != null)
            {
                ended.Drop();
                Refuse(ended.Job.Id, why, ended.Job);
            }
        }

        /// <summary>The host is gone: the rest of an upgrade does not come, and answers have no reader.</summary>
        public void Disconnected()
        {
            EndUpgrade(new Refused("cancelled", "the host is gone"));
            lock (running) { waiting.Clear(); }
        }

        public void Tidy()
        {
            machine.Forget();
            if (upgrade != null && upgrade.Heard.Elapsed.TotalSeconds > Limits.UpgradeSilenceS)
            {
                EndUpgrade(new Refused("timeout", "the rest of the new agent did not come"));
            }
        }

        private void Do(Job job)
        {
            Outcome outcome = null;
            Refused refusal = null;
            try
            {
                job.Begin(delegate(string text, int? percent) { Tell(job.Id, text, percent); });
                job.Check();
                outcome = actions[job.Action](job);
            }
            catch (Refused why)
            {
                refusal = why;
            }
            catch (Exception error)
            {
                // The boundary: a mistake of ours must not end the agent.
                refusal = new Refused("failed", error.GetType().Name + ": " + error.Message);
            }
            lock (running) { running.Remove(job.Id); }
            if (refusal == null) { Answer(job, outcome); }
            else { Refuse(job.Id, refusal, job); }
            StartWaiting();
        }

        private void Tell(string id, string text, int? percent)
        {
            Fields message = new Fields { { "type", "progress" }, { "id", id }, { "text", text } };
            if (percent != null) { message["percent"] = Math.Min(Math.Max(percent.Value, 0), 100); }
            outbox.Put(message, true);
        }

        private void Answer(Job job, Outcome outcome)
        {
            Fields answer = Form(job.Id, outcome.Success, outcome.ExitCode, job);
            answer["stdout"] = outcome.Output;
            answer["stderr"] = outcome.Error;
            answer["data"] = outcome.Data;
            if (Json.Encode(answer).Length >= Limits.Line)
            {
                Refuse(job.Id, new Refused("failed", "the answer is too long"), job);
                return;
            }
            outbox.Put(answer, false);
        }

        private void Refuse(string id, Refused refusal, Job job)
        {
            Fields answer = Form(id, false, -1, job);
            answer["stderr"] = Words.Clean(refusal.Message, 500);
            answer["error"] = refusal.Code;
            outbox.Put(answer, false);
        }

        private static Fields Form(string id, bool success, long code, Job job)
        {
            return new Fields
            {
                { "type", "response" }, { "id", id }, { "success", success }, { "exit_code", code },
                { "stdout", "" }, { "stderr", "" },
                { "execution_time_ms", job == null ? 0 : job.SpentMs },
                { "command_type", "safe" }, { "data", null }
            };
        }
    }

    /// <summary>The loop: one port, one host, messages both ways.</summary>
    public class Agent
    {
        private readonly Func<Stream> open;
        private readonly Machine machine;
        private readonly Outbox outbox = new Outbox();
        private readonly Desk desk;
        private readonly AutoResetEvent wake = new AutoResetEvent(false);
        private readonly Stopwatch clock = Stopwatch.StartNew();
        private readonly object state = new object();
        private double periodS;
        private double nextMetricsS;
        private double lastMetricsS = -1000;
        private bool connected;
        private bool torn;
        private volatile bool lost;

        public Agent(Func<Stream> open, Machine machine, double periodS, string place)
        {
            this.open = open;
            this.machine = machine;
            this.periodS = Math.Min(Math.Max(periodS, 1), 3600);
            desk = new Desk(outbox, machine, place);
        }

        private double NowS
        {
            get { return clock.Elapsed.TotalSeconds; }
        }

        /// <summary>Serve until a new agent is in our place; until then, errors only make it wait.</summary>
        public void Run()
        {
            while (!desk.RestartWanted)
            {
                Stream port = null;
                try
                {
                    port = open();
                }
                catch (Win32Exception)
                {
                    // No port yet, or somebody else has it.
                }
                if (port == null)
                {
                    Thread.Sleep(2000);
                    continue;
                }
                using (port) { Serve(port); }
                Thread.Sleep(500);
            }
        }

        private void Serve(Stream port)
        {
            lost = false;
            Thread reader = new Thread(delegate() { ReadAll(port); });
            Thread writer = new Thread(delegate() { WriteAll(port); });
            reader.IsBackground = writer.IsBackground = true;
            reader.Start();
            writer.Start();
            double nextTidyS = NowS + 5;
            while (!lost && !desk.MayRestart)
            {
                wake.WaitOne(WaitMs(nextTidyS));
                PushMetrics();
                desk.StartWaiting();
                if (NowS >= nextTidyS)
                {
                    nextTidyS = NowS + 5;
                    desk.Tidy();
                }
            }
            if (desk.RestartWanted) { Thread.Sleep(500); }
            lost = true;
            outbox.Filled.Set();
            writer.Join(1000);
            Disconnect();
        }

        private int WaitMs(double nextTidyS)
        {
            lock (state)
            {
                double next = connected ? Math.Min(nextMetricsS, nextTidyS) : nextTidyS;
                return desk.RestartWanted ? 50 : (int)Math.Max((next - NowS) * 1000 + 1, 0);
            }
        }

        private void PushMetrics()
        {
            lock (state)
            {
                if (!connected || NowS < nextMetricsS) { return; }
                // After a long halt one reading is due, not all that were missed.
                nextMetricsS = nextMetricsS + periodS / 2 < NowS ? NowS + periodS : nextMetricsS + periodS;
                lastMetricsS = NowS;
            }
            outbox.PutMetrics(Reading(machine));
        }

        public static Fields Reading(Machine machine)
        {
            return new Fields
            {
                { "type", "metrics" },
                { "timestamp", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) },
                { "data", machine.Reading() }
            };
        }

        private void Connect()
        {
            lock (state)
            {
                if (connected) { return; }
                connected = true;
                outbox.Clear();
            }
            Greet();
        }

        private void Disconnect()
        {
            lock (state)
            {
                if (!connected) { return; }
                connected = false;
            }
            desk.Disconnected();
            outbox.Clear();
        }

        private void Greet()
        {
            Fields hello = machine.Handshake();
            hello["period_s"] = periodS;
            outbox.Put(hello, false);
            lock (state)
            {
                nextMetricsS = NowS;
                if (NowS - lastMetricsS > 2 * periodS)
                {
                    // Rates are since the last reading: a long time ago would be no rate of now.
                    machine.Reading();
                    nextMetricsS += 0.3;
                }
            }
            wake.Set();
        }

        private void ReadAll(Stream port)
        {
            byte[] buffer = new byte[16384];
            Lines lines = new Lines();
            while (!lost)
            {
                // A host that asks and does not read is not listened to.
                while (outbox.IsFull && !lost) { Thread.Sleep(50); }
                int count = Read(port, buffer);
                if (count < 0)
                {
                    Disconnect();
                    lines = new Lines();
                    if (!lost) { Thread.Sleep(500); }
                    continue;
                }
                Connect();
                foreach (byte[] line in lines.Feed(buffer, count)) { Obey(line); }
            }
            wake.Set();
        }

        /// <summary>Read what comes; -1: no host is there. While a read waits, a host is.</summary>
        private int Read(Stream port, byte[] buffer)
        {
            try
            {
                IAsyncResult pending = port.BeginRead(buffer, 0, buffer.Length, null, null);
                if (!pending.AsyncWaitHandle.WaitOne(300)) { Connect(); }
                int count = port.EndRead(pending);
                if (count == 0 && !(port is FileStream)) { lost = true; }
                return count == 0 ? -1 : count;
            }
            catch (IOException error)
            {
                // ERROR_FILE_NOT_FOUND: the driver's word for a host that is not there.
                if ((Marshal.GetHRForException(error) & 0xffff) != 2) { lost = true; }
                return -1;
            }
            catch (ObjectDisposedException)
            {
                lost = true;
                return -1;
            }
            catch (OperationCanceledException)
            {
                lost = true;
                return -1;
            }
        }

        private void WriteAll(Stream port)
        {
            while (!lost)
            {
                byte[] line = outbox.Take();
                if (line == null)
                {
                    outbox.Filled.WaitOne(1000);
                    desk.StartWaiting();
                    continue;
                }
                try
                {
                    // A line that was cut off must not be taken as the start of the next one.
                    if (torn) { Write(port, new byte[] { (byte)'\n' }, 1); }
                    torn = true;
                    byte[] ended = new byte[line.Length + 1];
                    line.CopyTo(ended, 0);
                    ended[line.Length] = (byte)'\n';
                    Write(port, ended, ended.Length);
                    torn = false;
                }
                catch (IOException)
                {
                    // The reader notices whether the host is gone or the port.
                    outbox.Clear();
                    Thread.Sleep(200);
                }
                catch (ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private static void Write(Stream port, byte[] data, int count)
        {
            for (int at = 0; at < count; at += 16384)
            {
                port.EndWrite(port.BeginWrite(data, at, Math.Min(16384, count - at), null, null));
            }
            port.Flush();
        }

        private void Obey(byte[] line)
        {
            IDictionary<string, object> message = Json.Parse(line);
            object kind, period;
            message.TryGetValue("type", out kind);
            message.TryGetValue("period_s", out period);
            switch (kind as string)
            {
                case "Hello":
                    SetPeriod(period);
                    Greet();
                    break;
                case "Metrics":
                    lock (state) { nextMetricsS = NowS; }
                    wake.Set();
                    break;
                case "Settings":
                    SetPeriod(period);
                    lock (state) { nextMetricsS = Math.Min(nextMetricsS, NowS + periodS); }
                    wake.Set();
                    break;
                case "SafeCommand":
                    desk.Request(message);
                    break;
                case "Cancel":
                    object id;
                    message.TryGetValue("id", out id);
                    desk.Cancel(id);
                    break;
                case "Chunk":
                    desk.Chunk(message);
                    wake.Set();
                    break;
            }
        }

        private void SetPeriod(object value)
        {
            double seconds = Desk.Number(value, -1);
            if (seconds >= 0) { periodS = Math.Min(Math.Max(seconds, 1), 3600); }
        }
    }

    /// <summary>A program that runs for a job: no shell, no input, ended with all that it started.</summary>
    public static class Programs
    {
        /// <summary>Run a program and wait for its end.</summary>
        public static Outcome Run(Job job, string file, string[] words, Action<string> onLine)
        {
            job.Check();
            ProcessStartInfo start = new ProcessStartInfo(file, Line(words));
            start.UseShellExecute = false;
            start.CreateNoWindow = true;
            start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
            start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
            start.WorkingDirectory = Environment.SystemDirectory;
            StringBuilder output = new StringBuilder();
            StringBuilder error = new StringBuilder();
            // Not ours to dispose of: a pipe may be closed long after.
            CountdownEvent open = new CountdownEvent(2);
            using (Process process = new Process())
            using (Group group = new Group())
            {
                process.StartInfo = start;
                process.OutputDataReceived += delegate(object from, DataReceivedEventArgs said) { Keep(output, said.Data, onLine, open); };
                process.ErrorDataReceived += delegate(object from, DataReceivedEventArgs said) { Keep(error, said.Data, null, open); };
                try
                {
                    process.Start();
                }
                catch (Win32Exception failure)
                {
                    throw new Refused("failed", Path.GetFileName(file) + " does not start: " + failure.Message);
                }
                group.Add(process);
                process.StandardInput.Close();
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                Wait(job, process, group);
                // The last lines come after the end; a child that goes on may keep the pipes open.
                open.Wait(1000);
                lock (output) lock (error)
                {
                    return Outcome.Told(process.ExitCode, output.ToString(), error.ToString());
                }
            }
        }

        private static void Wait(Job job, Process process, Group group)
        {
            while (!process.WaitForExit(100))
            {
                try
                {
                    job.Check();
                }
                catch (Refused)
                {
                    group.End(process);
                    process.WaitForExit(5000);
                    throw;
                }
            }
        }

        private static void Keep(StringBuilder kept, string line, Action<string> onLine, CountdownEvent open)
        {
            if (line == null)
            {
                open.Signal();
                return;
            }
            lock (kept)
            {
                if (kept.Length < Limits.Output) { kept.Append(line).Append('\n'); }
            }
            if (onLine != null && line.Trim().Length > 0) { onLine(Words.Clean(line, 400)); }
        }

        /// <summary>Words as Windows programs cut a command line into them.</summary>
        public static string Line(params string[] words)
        {
            StringBuilder line = new StringBuilder();
            foreach (string word in words)
            {
                if (line.Length > 0) { line.Append(' '); }
                line.Append(Quoted(word));
            }
            return line.ToString();
        }

        private static string Quoted(string word)
        {
            if (word.Length > 0 && word.IndexOfAny(new char[] { ' ', '\t', '"' }) < 0) { return word; }
            StringBuilder quoted = new StringBuilder("\"");
            int slashes = 0;
            foreach (char letter in word)
            {
                if (letter == '\\') { slashes++; continue; }
                quoted.Append('\\', letter == '"' ? slashes * 2 + 1 : slashes);
                slashes = 0;
                quoted.Append(letter);
            }
            return quoted.Append('\\', slashes * 2).Append('"').ToString();
        }
    }

    /// <summary>A process and all that it starts.</summary>
    public class Group : IDisposable
    {
        private IntPtr handle = IntPtr.Zero;

        public Group()
        {
            if (Environment.OSVersion.Platform == PlatformID.Win32NT)
            {
                handle = Native.CreateJobObject(IntPtr.Zero, null);
            }
        }

        public void Add(Process process)
        {
            if (handle != IntPtr.Zero) { Native.AssignProcessToJobObject(handle, process.Handle); }
        }

        public void End(Process process)
        {
            if (handle != IntPtr.Zero) { Native.TerminateJobObject(handle, 1); }
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It has ended.
            }
            catch (Win32Exception)
            {
                // It is ending.
            }
        }

        public void Dispose()
        {
            if (handle != IntPtr.Zero) { Native.CloseHandle(handle); }
            handle = IntPtr.Zero;
        }
    }

    /// <summary>What Windows offers to programs, and .NET does not.</summary>
    public static class Native
    {
        [StructLayout(LayoutKind.Sequential)]
        public class MemoryStatus
        {
            public uint Length = 64;
            public uint Load;
            public ulong TotalPhysical;
            public ulong FreePhysical;
            public ulong TotalPageFile;
            public ulong FreePageFile;
            public ulong TotalVirtual;
            public ulong FreeVirtual;
            public ulong FreeExtended;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct CoreTimes
        {
            public long Idle;
            public long Kernel;
            public long User;
            public long Deferred;
            public long Interrupt;
            public uint Interrupts;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct ProcessFacts
        {
            public uint Next;
            public uint Threads;
            public long PrivateWorkingSet;
            public uint HardFaults;
            public uint MostThreads;
            public ulong Cycles;
            public long Created;
            public long User;
            public long Kernel;
            public ushort NameLength;
            public ushort NameRoom;
            public IntPtr Name;
            public int Priority;
            public IntPtr Id;
            public IntPtr Parent;
            public uint Handles;
            public uint Session;
            public IntPtr Key;
            public IntPtr PeakVirtual;
            public IntPtr Virtual;
            public uint Faults;
            public IntPtr PeakWorkingSet;
            public IntPtr WorkingSet;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct DiskPerformance
        {
            public long BytesRead;
            public long BytesWritten;
            public long ReadTime;
            public long WriteTime;
            public long IdleTime;
            public uint Reads;
            public uint Writes;
            public uint Queue;
            public uint Splits;
            public long QueryTime;
            public uint Device;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 8)]
            public ushort[] Manager;
        }

        [StructLayout(LayoutKind.Sequential)]
        public struct Session
        {
            public int Id;
            public IntPtr Station;
            public int State;
        }

        [DllImport("kernel32.dll", CharSet = CharSet.Unicode, SetLastError = true)]
        public static extern SafeFileHandle CreateFile(string name, uint access, uint share, IntPtr security, uint how, uint flags, IntPtr template);

        [DllImport("kernel32.dll", SetLastError = true)]
        public static extern bool DeviceIoControl(SafeFileHandle device, uint code, IntPtr input, int inputSize, out DiskPerformance output, int outputSize, out int returned, IntPtr overlapped);

        [DllImport("kernel32.dll", CharSet = CharSet.Unicode)]
        public static extern IntPtr CreateJobObject(IntPtr security, string name);

        [DllImport("kernel32.dll")]
        public static extern bool AssignProcessToJobObject(IntPtr job, IntPtr process);

        [DllImport("kernel32.dll")]
        public static extern bool TerminateJobObject(IntPtr job, uint code);

        [DllImport("kernel32.dll")]
        public static extern bool CloseHandle(IntPtr handle);

        [DllImport("kernel32.dll", SetLastError = true)]
        public static extern bool GlobalMemoryStatusEx([In, Out] MemoryStatus status);

        [DllImport("kernel32.dll")]
        public static extern ulong GetTickCount64();

        [DllImport("kernel32.dll", SetLastError = true)]
        public static extern IntPtr OpenProcess(uint access, bool inherit, int id);

        [DllImport("kernel32.dll", SetLastError = true)]
        public static extern bool TerminateProcess(IntPtr process, uint code);

        [DllImport("kernel32.dll")]
        public static extern bool IsProcessCritical(IntPtr process, out bool critical);

        [DllImport("kernel32.dll")]
        public static extern uint WaitForSingleObject(IntPtr handle, uint milliseconds);

        [DllImport("advapi32.dll", SetLastError = true)]
        public static extern bool OpenProcessToken(IntPtr process, uint access, out IntPtr token);

        [DllImport("ntdll.dll")]
        public static extern int NtQuerySystemInformation(int kind, IntPtr buffer, int size, out int needed);

        [DllImport("ntdll.dll")]
        public static extern int NtQueryInformationProcess(IntPtr process, int kind, IntPtr buffer, int size, out int needed);

        [DllImport("shlwapi.dll", CharSet = CharSet.Unicode)]
        public static extern int SHLoadIndirectString(string source, StringBuilder text, int size, IntPtr reserved);

        [DllImport("wtsapi32.dll")]
        public static extern bool WTSEnumerateSessions(IntPtr server, int reserved, int version, out IntPtr sessions, out int count);

        [DllImport("wtsapi32.dll")]
        public static extern bool WTSQuerySessionInformationW(IntPtr server, int session, int kind, out IntPtr buffer, out int size);

        [DllImport("wtsapi32.dll")]
        public static extern void WTSFreeMemory(IntPtr memory);
    }

    /// <summary>A process as Windows counts it.</summary>
    public class OneProcess
    {
        public int Id;
        public int Parent;
        public string Name;
        public long Created;
        public long Ticks;
        public long MemoryKb;
        public double Percent;

        public long StartedAt
        {
            get { return Created <= 0 ? 0 : (Created - 116444736000000000L) / 10000000L; }
        }
    }

    /// <summary>Which processes there are and how much each worked since the last look.</summary>
    public class ProcessTable
    {
        private Dictionary<string, long> before = new Dictionary<string, long>();
        private readonly Stopwatch since = new Stopwatch();
        private readonly Dictionary<string, string> users = new Dictionary<string, string>();

        public double AgeS
        {
            get { return since.IsRunning ? since.Elapsed.TotalSeconds : double.PositiveInfinity; }
        }

        public List<OneProcess> Look()
        {
            double passed = since.IsRunning ? since.Elapsed.TotalSeconds : 0;
            List<OneProcess> found = Scan();
            since.Restart();
            Dictionary<string, long> now = new Dictionary<string, long>(found.Count);
            foreach (OneProcess process in found)
            {
                string key = process.Id + ":" + process.Created;
                long earlier;
                if (!before.TryGetValue(key, out earlier)) { earlier = before.Count > 0 ? 0 : process.Ticks; }
                if (passed > 0.05) { process.Percent = Math.Max(process.Ticks - earlier, 0) / (passed * 100000.0); }
                now[key] = process.Ticks;
            }
            before = now;
            return found;
        }

        public static List<OneProcess> Scan()
        {
            int size = 512 * 1024;
            while (true)
            {
                IntPtr buffer = Marshal.AllocHGlobal(size);
                try
                {
                    int needed;
                    int status = Native.NtQuerySystemInformation(5, buffer, size, out needed);
                    if (status == 0) { return Read(buffer); }
                    if (size > 64 * 1024 * 1024) { return new List<OneProcess>(); }
                    size = Math.Max(needed, size) + 128 * 1024;
                }
                finally
                {
                    Marshal.FreeHGlobal(buffer);
                }
            }
        }

        private static List<OneProcess> Read(IntPtr at)
        {
            List<OneProcess> found = new List<OneProcess>();
            while (found.Count < Limits.Rows)
            {
                Native.ProcessFacts facts = (Native.ProcessFacts)Marshal.PtrToStructure(at, typeof(Native.ProcessFacts));
                OneProcess process = new OneProcess();
                process.Id = facts.Id.ToInt32();
                process.Parent = facts.Parent.ToInt32();
                process.Name = facts.Name == IntPtr.Zero ? "System Idle Process" : Marshal.PtrToStringUni(facts.Name, facts.NameLength / 2);
                process.Created = facts.Created;
                process.Ticks = facts.User + facts.Kernel;
                process.MemoryKb = facts.WorkingSet.ToInt64() / 1024;
                if (process.Id != 0) { found.Add(process); }
                if (facts.Next == 0) { break; }
                at = new IntPtr(at.ToInt64() + facts.Next);
            }
            return found;
        }

        public static int ByWork(OneProcess one, OneProcess other)
        {
            int order = other.Percent.CompareTo(one.Percent);
            return order != 0 ? order : other.MemoryKb.CompareTo(one.MemoryKb);
        }

        /// <summary>Say how the process was called and whose it is.</summary>
        public void Describe(OneProcess process, out string command, out string user)
        {
            command = "";
            user = "";
            IntPtr handle = Native.OpenProcess(0x1000, false, process.Id);
            if (handle == IntPtr.Zero) { return; }
            try
            {
                command = CommandLine(handle);
                user = User(handle);
            }
            finally
            {
                Native.CloseHandle(handle);
            }
        }

        private static string CommandLine(IntPtr handle)
        {
            IntPtr buffer = Marshal.AllocHGlobal(70000);
            try
            {
                int needed;
                if (Native.NtQueryInformationProcess(handle, 60, buffer, 70000, out needed) != 0) { return ""; }
                int length = Math.Min((int)(ushort)Marshal.ReadInt16(buffer) / 2, 400);
                IntPtr text = Marshal.ReadIntPtr(buffer, IntPtr.Size);
                return text == IntPtr.Zero ? "" : Words.Clean(Marshal.PtrToStringUni(text, length), 400);
            }
            finally
            {
                Marshal.FreeHGlobal(buffer);
            }
        }

        private string User(IntPtr handle)
        {
            IntPtr token;
            if (!Native.OpenProcessToken(handle, 8, out token)) { return ""; }
            try
            {
                using (WindowsIdentity identity = new WindowsIdentity(token))
                {
                    string number = identity.User.Value;
                    lock (users)
                    {
                        string name;
                        if (users.TryGetValue(number, out name)) { return name; }
                        if (users.Count > 200) { users.Clear(); }
                        users[number] = Words.Clean(identity.Name, 64);
                        return users[number];
                    }
                }
            }
            catch (SystemException)
            {
                // An account that is gone has no name.
                return "";
            }
            finally
            {
                Native.CloseHandle(token);
            }
        }
    }

    /// <summary>Numbers of the machine as a whole.</summary>
    public class Meters
    {
        private Native.CoreTimes[] coresBefore = new Native.CoreTimes[0];
        private readonly Dictionary<int, Native.DiskPerformance> disksBefore = new Dictionary<int, Native.DiskPerformance>();
        private readonly Stopwatch sinceDisks = new Stopwatch();

        public Fields Cpu()
        {
            Native.CoreTimes[] now = ReadCores();
            List<object> cores = new List<object>();
            double total = 0, worked = 0;
            for (int at = 0; at < now.Length; at++)
            {
                // Kernel time has the idle time in it.
                double all = 0, busy = 0;
                if (at < coresBefore.Length)
                {
                    all = Math.Max(now[at].Kernel + now[at].User - coresBefore[at].Kernel - coresBefore[at].User, 0);
                    busy = Math.Min(Math.Max(all - (now[at].Idle - coresBefore[at].Idle), 0), all);
                }
                total += all;
                worked += busy;
                cores.Add(all > 0 ? Math.Round(100 * busy / all, 1) : 0.0);
            }
            coresBefore = now;
            return new Fields { { "usage_percent", total > 0 ? Math.Round(100 * worked / total, 1) : 0.0 }, { "cores_usage", cores } };
        }

        private static Native.CoreTimes[] ReadCores()
        {
            int size = Marshal.SizeOf(typeof(Native.CoreTimes));
            int count = Math.Min(Environment.ProcessorCount, 512);
            IntPtr buffer = Marshal.AllocHGlobal(size * count);
            try
            {
                int needed;
                if (Native.NtQuerySystemInformation(8, buffer, size * count, out needed) != 0) { return new Native.CoreTimes[0]; }
                Native.CoreTimes[] cores = new Native.CoreTimes[Math.Min(count, needed / size)];
                for (int at = 0; at < cores.Length; at++)
                {
                    cores[at] = (Native.CoreTimes)Marshal.PtrToStructure(new IntPtr(buffer.ToInt64() + at * size), typeof(Native.CoreTimes));
                }
                return cores;
            }
            finally
            {
                Marshal.FreeHGlobal(buffer);
            }
        }

        public static Fields Memory()
        {
            Native.MemoryStatus status = new Native.MemoryStatus();
            Native.GlobalMemoryStatusEx(status);
            ulong swap = status.TotalPageFile > status.TotalPhysical ? status.TotalPageFile - status.TotalPhysical : 0;
            ulong committed = status.TotalPageFile - Math.Min(status.FreePageFile, status.TotalPageFile);
            ulong used = status.TotalPhysical - Math.Min(status.FreePhysical, status.TotalPhysical);
            ulong swapped = committed > used ? Math.Min(committed - used, swap) : 0;
            return new Fields
            {
                { "total_kb", status.TotalPhysical / 1024 }, { "used_kb", used / 1024 },
                { "available_kb", status.FreePhysical / 1024 },
                { "swap_total_kb", swap / 1024 }, { "swap_used_kb", swapped / 1024 }
            };
        }

        public Fields DiskRates()
        {
            double passed = sinceDisks.IsRunning ? Math.Max(sinceDisks.Elapsed.TotalSeconds, 0.05) : 0;
            sinceDisks.Restart();
            double[] sums = new double[4];
            for (int number = 0; number < 16; number++)
            {
                Native.DiskPerformance now;
                if (!ReadDisk(number, out now)) { continue; }
                Native.DiskPerformance earlier;
                if (passed > 0 && disksBefore.TryGetValue(number, out earlier))
                {
                    sums[0] += Math.Max(now.BytesRead - earlier.BytesRead, 0) / passed;
                    sums[1] += Math.Max(now.BytesWritten - earlier.BytesWritten, 0) / passed;
                    sums[2] += (now.Reads >= earlier.Reads ? now.Reads - earlier.Reads : 0) / passed;
                    sums[3] += (now.Writes >= earlier.Writes ? now.Writes - earlier.Writes : 0) / passed;
                }
                disksBefore[number] = now;
            }
            return new Fields
            {
                { "read_bytes_per_sec", Math.Round(sums[0], 1) }, { "write_bytes_per_sec", Math.Round(sums[1], 1) },
                { "read_ops_per_sec", Math.Round(sums[2], 2) }, { "write_ops_per_sec", Math.Round(sums[3], 2) }
            };
        }

        private static bool ReadDisk(int number, out Native.DiskPerformance facts)
        {
            facts = new Native.DiskPerformance();
            using (SafeFileHandle device = Native.CreateFile("\\\\.\\PhysicalDrive" + number, 0, 3, IntPtr.Zero, 3, 0, IntPtr.Zero))
            {
                int returned;
                return !device.IsInvalid && Native.DeviceIoControl(device, 0x70020, IntPtr.Zero, 0, out facts,
                    Marshal.SizeOf(typeof(Native.DiskPerformance)), out returned, IntPtr.Zero);
            }
        }

        public static List<Fields> Disks()
        {
            List<Fields> rows = new List<Fields>();
            foreach (DriveInfo drive in DriveInfo.GetDrives())
            {
                if (drive.DriveType != DriveType.Fixed || rows.Count == 32) { continue; }
                try
                {
                    if (!drive.IsReady) { continue; }
                    rows.Add(new Fields
                    {
                        { "mount_point", drive.Name }, { "device", Words.Clean(drive.VolumeLabel, 64) },
                        { "filesystem", Words.Clean(drive.DriveFormat, 32) }, { "total_kb", drive.TotalSize / 1024 },
                        { "used_kb", (drive.TotalSize - drive.TotalFreeSpace) / 1024 },
                        { "available_kb", drive.AvailableFreeSpace / 1024 }
                    });
                }
                catch (IOException)
                {
                    // It went away while we looked.
                }
                catch (UnauthorizedAccessException)
                {
                    // It is locked.
                }
            }
            return rows;
        }

        public static List<Fields> DiskUse()
        {
            List<Fields> rows = new List<Fields>();
            foreach (Fields disk in Disks())
            {
                rows.Add(new Fields
                {
                    { "mount_point", disk["mount_point"] }, { "filesystem", disk["filesystem"] },
                    { "total_gb", Gib(disk["total_kb"]) }, { "used_gb", Gib(disk["used_kb"]) },
                    { "available_gb", Gib(disk["available_kb"]) }
                });
            }
            return rows;
        }

        private static double Gib(object kib)
        {
            return Math.Round(Convert.ToDouble(kib, CultureInfo.InvariantCulture) / 1048576.0, 3);
        }

        public static List<Fields> Interfaces()
        {
            List<Fields> rows = new List<Fields>();
            foreach (NetworkInterface card in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (card.NetworkInterfaceType == NetworkInterfaceType.Loopback || card.NetworkInterfaceType == NetworkInterfaceType.Tunnel || rows.Count == 32) { continue; }
                List<string> addresses = new List<string>();
                foreach (UnicastIPAddressInformation found in card.GetIPProperties().UnicastAddresses)
                {
                    if (addresses.Count < 16) { addresses.Add(found.Address.ToString().Split('%')[0]); }
                }
                IPInterfaceStatistics counted = card.GetIPStatistics();
                rows.Add(new Fields
                {
                    { "name", Words.Clean(card.Name, 64) }, { "bytes_received", counted.BytesReceived }, { "bytes_sent", counted.BytesSent },
                    { "packets_received", counted.UnicastPacketsReceived + counted.NonUnicastPacketsReceived },
                    { "packets_sent", counted.UnicastPacketsSent + counted.NonUnicastPacketsSent },
                    { "errors_in", counted.IncomingPacketsWithErrors }, { "errors_out", counted.OutgoingPacketsWithErrors },
                    { "ip_addresses", addresses }, { "mac", Mac(card) }, { "is_up", card.OperationalStatus == OperationalStatus.Up }
                });
            }
            return rows;
        }

        private static string Mac(NetworkInterface card)
        {
            return BitConverter.ToString(card.GetPhysicalAddress().GetAddressBytes()).Replace('-', ':').ToLowerInvariant();
        }
    }

    /// <summary>Windows: what it is called, what it runs, what can be done to it.</summary>
    public class WindowsMachine : Machine
    {
        private static readonly Regex Service = new Regex("^(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_.@:+$() -]{0,191}\\z");
        private static readonly Regex Package = new Regex("^(?:[\\w][\\w .,+()&-]{0,127}|\\{[0-9A-Fa-f-]{36}\\})\\z");
        private static readonly Regex PackageId = new Regex("^[A-Za-z0-9][A-Za-z0-9._+-]{0,127}\\z");
        private static readonly Regex Query = new Regex("^[A-Za-z0-9][A-Za-z0-9 ._+-]{0,63}\\z");
        private static readonly Regex Share = new Regex("(\\d+(?:\\.\\d+)?)\\s?%");
        private static readonly Regex Part = new Regex("(\\d+(?:\\.\\d+)?) ?([KMG]?B) */ *(\\d+(?:\\.\\d+)?) ?([KMG]?B)");
        private readonly string version;
        private readonly Meters meters = new Meters();
        private readonly ProcessTable top = new ProcessTable();
        private readonly ProcessTable table = new ProcessTable();
        private readonly Dictionary<string, KeyValuePair<DateTime, List<Fields>>> kept = new Dictionary<string, KeyValuePair<DateTime, List<Fields>>>();
        private readonly object changing = new object();

        // Tells the host that what it asked an earlier start of us will not be answered.
        private readonly string run = Guid.NewGuid().ToString("N");

        public WindowsMachine(string version)
        {
            this.version = version;
        }

        public override Fields Handshake()
        {
            List<string> able = new List<string>(new string[] { "diagnostics", "disks", "logs", "packages:msi", "processes", "services", "upgrade", "users" });
            if (Winget() != null) { able.Add("packages:winget"); }
            return new Fields
            {
                { "type", "handshake" }, { "protocol", Limits.Protocol }, { "version", version }, { "os", "windows" },
                { "os_name", OsName() }, { "kernel", Kernel() }, { "hostname", Words.Clean(Environment.MachineName, 64) },
                { "boot_id", BootId() }, { "run", run }, { "period_s", 0 }, { "capabilities", able }
            };
        }

        private static string Value(string key, string name)
        {
            return Convert.ToString(Registry.GetValue("HKEY_LOCAL_MACHINE\\" + key, name, ""), CultureInfo.InvariantCulture);
        }

        private const string Facts = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

        private static string OsName()
        {
            string name = Value(Facts, "ProductName");
            int build;
            // Windows 11 still calls itself 10 in this place.
            if (int.TryParse(Value(Facts, "CurrentBuild"), out build) && build >= 22000) { name = name.Replace("Windows 10", "Windows 11"); }
            return Words.Clean((name + " " + Value(Facts, "DisplayVersion")).Trim(), 96);
        }

        private static string Kernel()
        {
            return Words.Clean("10.0." + Value(Facts, "CurrentBuild") + "." + Value(Facts, "UBR"), 64);
        }

        private static string BootId()
        {
            string number = Value("SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters", "BootId");
            long minute = (long)(DateTime.UtcNow - new DateTime(1970, 1, 1)).TotalMinutes - (long)Native.GetTickCount64() / 60000;
            return number.Length > 0 ? "boot-" + Words.Clean(number, 32) : "minute-" + minute;
        }

        public override Fields Reading()
        {
            lock (meters) { return Read(); }
        }

        private Fields Read()
        {
            List<OneProcess> processes = top.Look();
            processes.Sort(ProcessTable.ByWork);
            List<Fields> rows = new List<Fields>();
            foreach (OneProcess process in processes)
            {
                if (rows.Count == Limits.Top) { break; }
                string command, user;
                top.Describe(process, out command, out user);
                rows.Add(new Fields
                {
                    { "id", process.Id }, { "parent_id", process.Parent }, { "name", Words.Clean(process.Name, 64) },
                    { "command_line", Words.Clean(command, 256) }, { "user", user },
                    { "cpu_usage_percent", Math.Round(process.Percent, 1) }, { "memory_usage_kb", process.MemoryKb },
                    { "status", "running" }, { "start_time", process.StartedAt }
                });
            }
            Fields system = new Fields
            {
                { "cpu", meters.Cpu() }, { "memory", Meters.Memory() },
                { "disk", new Fields { { "usage_stats", Meters.DiskUse() }, { "io_stats", meters.DiskRates() } } },
                { "network", new Fields { { "interfaces", Meters.Interfaces() } } },
                { "system", new Fields
                    {
                        { "uptime_seconds", (long)(Native.GetTickCount64() / 1000) }, { "name", OsName() }, { "os_version", Value(Facts, "DisplayVersion") },
                        { "kernel_version", Kernel() }, { "hostname", Words.Clean(Environment.MachineName, 64) }, { "process_count", processes.Count }
                    }
                }
            };
            return new Fields { { "system", system }, { "processes", rows } };
        }

        public override IDictionary<string, Func<Job, Outcome>> Actions()
        {
            return new Dictionary<string, Func<Job, Outcome>>
            {
                { "ProcessList", Processes }, { "ProcessKill", Kill }, { "ServiceList", Services }, { "ServiceControl", Control },
                { "ServiceLog", ServiceLog }, { "PackageList", Packages }, { "PackageSearch", Search }, { "PackageUpdates", Updates },
                { "PackageInstall", Install }, { "PackageRemove", Remove }, { "PackageUpdate", Update }, { "UserList", Users },
                { "DiskList", delegate(Job job) { return Outcome.Page(Meters.Disks(), job.Wish); } },
                { "SystemInfo", Info }, { "Diagnostics", Diagnose }
            };
        }

        public override bool Starts(Job job, string file, string wanted)
        {
            string shell = Path.Combine(Environment.SystemDirectory, "WindowsPowerShell\\v1.0\\powershell.exe");
            Outcome said = Programs.Run(job, shell, new string[] { "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File", file, "-Version" }, null);
            return said.Success && said.Output.Trim() == "infinibay-agent " + wanted;
        }

        private List<Fields> Kept(string name, Job job, Func<List<Fields>> make)
        {
            KeyValuePair<DateTime, List<Fields>> found;
            lock (kept)
            {
                if (job.Wish.Integer("offset", 0, 0, 1000000000) > 0 && kept.TryGetValue(name, out found)) { return found.Value; }
            }
            List<Fields> rows = make();
            if (rows.Count > Limits.Rows) { rows.RemoveRange(Limits.Rows, rows.Count - Limits.Rows); }
            lock (kept)
            {
                if (kept.Count >= 4) { kept.Clear(); }
                kept[name] = new KeyValuePair<DateTime, List<Fields>>(DateTime.UtcNow, rows);
            }
            return rows;
        }

        public override void Forget()
        {
            lock (kept)
            {
                foreach (string name in new List<string>(kept.Keys))
                {
                    if (Math.Abs((DateTime.UtcNow - kept[name].Key).TotalSeconds) > Limits.KeptS) { kept.Remove(name); }
                }
            }
        }

        private Outcome Processes(Job job)
        {
            string sort = job.Wish.Choice("sort", "cpu", "cpu", "memory", "pid", "name");
            return Outcome.Page(Kept("processes:" + sort, job, delegate { return ProcessRows(job, sort); }), job.Wish);
        }

        private List<Fields> ProcessRows(Job job, string sort)
        {
            List<OneProcess> found;
            lock (table)
            {
                // Shares need two looks; an old first look would show the past.
                if (table.AgeS < 0.3 || table.AgeS > 30)
                {
                    table.Look();
                    job.Cancelled.WaitOne(400);
                    job.Check();
                }
                found = table.Look();
            }
            Comparison<OneProcess> order = ProcessTable.ByWork;
            if (sort == "memory") { order = delegate(OneProcess a, OneProcess b) { return b.MemoryKb.CompareTo(a.MemoryKb); }; }
            if (sort == "pid") { order = delegate(OneProcess a, OneProcess b) { return a.Id.CompareTo(b.Id); }; }
            if (sort == "name") { order = delegate(OneProcess a, OneProcess b) { return string.Compare(a.Name, b.Name, StringComparison.OrdinalIgnoreCase); }; }
            found.Sort(order);
            List<Fields> rows = new List<Fields>();
            foreach (OneProcess process in found)
            {
                string command, user;
                table.Describe(process, out command, out user);
                rows.Add(new Fields
                {
                    { "pid", process.Id }, { "parent_pid", process.Parent }, { "name", Words.Clean(process.Name, 64) }, { "user", user },
                    { "command", command }, { "state", "running" }, { "cpu_percent", Math.Round(process.Percent, 1) },
                    { "memory_kb", process.MemoryKb }, { "started_at", process.StartedAt }
                });
            }
            return rows;
        }

        private Outcome Kill(Job job)
        {
            int id = (int)job.Wish.Integer("pid", null, 5, int.MaxValue);
            long startedAt = job.Wish.Integer("started_at", 0, 0, 1L << 40);
            if (id == Process.GetCurrentProcess().Id) { throw new Refused("refused", "this is the agent itself"); }
            // Held before it is looked at, its number cannot become another's meanwhile.
            IntPtr handle = Native.OpenProcess(0x101001, false, id);
            if (handle == IntPtr.Zero) { throw new Refused("not-found", "process " + id + ": " + new Win32Exception().Message); }
            try
            {
                OneProcess found = ProcessTable.Scan().Find(delegate(OneProcess each) { return each.Id == id; });
                if (found == null) { throw new Refused("not-found", "there is no process " + id); }
                if (startedAt > 0 && Math.Abs(found.StartedAt - startedAt) > 2) { throw new Refused("not-found", "number " + id + " is another process by now"); }
                bool critical;
                if (Native.IsProcessCritical(handle, out critical) && critical) { throw new Refused("refused", "Windows stops without this process"); }
                if (!Native.TerminateProcess(handle, 1)) { throw new Refused("failed", new Win32Exception().Message); }
                return new Outcome(new Fields { { "ended", Native.WaitForSingleObject(handle, 2000) == 0 } });
            }
            finally
            {
                Native.CloseHandle(handle);
            }
        }

        private Outcome Services(Job job)
        {
            return Outcome.Page(Kept("services", job, ServiceRows), job.Wish);
        }

        private static List<Fields> ServiceRows()
        {
            List<Fields> rows = new List<Fields>();
            foreach (ServiceController service in ServiceController.GetServices())
            {
                using (service)
                {
                    string key = "SYSTEM\\CurrentControlSet\\Services\\" + service.ServiceName;
                    rows.Add(new Fields
                    {
                        { "name", Words.Clean(service.ServiceName, 192) }, { "display_name", Words.Clean(service.DisplayName, 192) },
                        { "state", State(service) }, { "start_type", StartType(Value(key, "Start")) },
                        { "description", Words.Clean(Spoken(Value(key, "Description")), 200) }
                    });
                }
            }
            rows.Sort(delegate(Fields a, Fields b) { return string.Compare((string)a["name"], (string)b["name"], StringComparison.OrdinalIgnoreCase); });
            return rows;
        }

        private static string State(ServiceController service)
        {
            switch (service.Status)
            {
                case ServiceControllerStatus.Running: return "running";
                case ServiceControllerStatus.Stopped: return "stopped";
                case ServiceControllerStatus.StartPending: return "starting";
                case ServiceControllerStatus.ContinuePending: return "starting";
                case ServiceControllerStatus.StopPending: return "stopping";
                default: return "paused";
            }
        }

        private static string StartType(string number)
        {
            switch (number)
            {
                case "0":
                case "1":
                case "2": return "enabled";
                case "3": return "manual";
                case "4": return "disabled";
                default: return "";
            }
        }

        private static string Spoken(string text)
        {
            if (!text.StartsWith("@", StringComparison.Ordinal)) { return text; }
            StringBuilder found = new StringBuilder(1024);
            return Native.SHLoadIndirectString(text, found, found.Capacity, IntPtr.Zero) == 0 ? found.ToString() : "";
        }

        private Outcome Control(Job job)
        {
            string name = job.Wish.Word("service", Service);
            string operation = job.Wish.Choice("operation", null, "start", "stop", "restart", "enable", "disable");
            if (operation == "enable" || operation == "disable")
            {
                string tool = Path.Combine(Environment.SystemDirectory, "sc.exe");
                return Programs.Run(job, tool, new string[] { "config", name, "start=", operation == "enable" ? "auto" : "disabled" }, null).Shortened();
            }
            using (ServiceController service = new ServiceController(name))
            {
                try
                {
                    if (operation != "start" && service.Status != ServiceControllerStatus.Stopped)
                    {
                        service.Stop();
                        Await(job, service, ServiceControllerStatus.Stopped);
                    }
                    if (operation != "stop")
                    {
                        service.Start();
                        Await(job, service, ServiceControllerStatus.Running);
                    }
                }
                catch (InvalidOperationException error)
                {
                    string why = error.InnerException == null ? error.Message : error.InnerException.Message;
                    throw new Refused("failed", name + ": " + why);
                }
            }
            return new Outcome(null);
        }

        private static void Await(Job job, ServiceController service, ServiceControllerStatus wanted)
        {
            while (service.Status != wanted)
            {
                job.Check();
                job.Cancelled.WaitOne(200);
                service.Refresh();
            }
        }

        private Outcome ServiceLog(Job job)
        {
            string name = job.Wish.Word("service", Service);
            int lines = (int)job.Wish.Integer("lines", 100, 1, 500);
            string display;
            using (ServiceController service = new ServiceController(name))
            {
                try
                {
                    display = service.DisplayName;
                }
                catch (InvalidOperationException)
                {
                    throw new Refused("not-found", "there is no service " + name);
                }
            }
            List<string> said = new List<string>();
            if (display.IndexOf('\'') < 0)
            {
                said.AddRange(Events("System", "*[System[Provider[@Name='Service Control Manager']] and EventData[Data[@Name='param1']='" + display + "']]", lines));
            }
            said.AddRange(Events("Application", "*[System[Provider[@Name='" + name + "']]]", lines));
            said.Sort(StringComparer.Ordinal);
            if (said.Count > lines) { said.RemoveRange(0, said.Count - lines); }
            Outcome outcome = new Outcome(new Fields { { "lines", said.Count } });
            outcome.Output = Words.Tail(Words.Redacted(Words.CleanLines(string.Join("\n", said))), Limits.Payload / 2);
            return outcome;
        }

        private static List<string> Events(string log, string query, int count)
        {
            List<string> lines = new List<string>();
            EventLogQuery wanted = new EventLogQuery(log, PathType.LogName, query);
            wanted.ReverseDirection = true;
            try
            {
                using (EventLogReader reader = new EventLogReader(wanted))
                {
                    for (EventRecord found = reader.ReadEvent(); found != null && lines.Count < count; found = reader.ReadEvent())
                    {
                        using (found) { lines.Add(Words.Clean(Told(found), 1000)); }
                    }
                }
            }
            catch (EventLogException)
            {
                // A log that is missing has nothing to say.
            }
            return lines;
        }

        private static string Told(EventRecord found)
        {
            string text;
            try
            {
                text = found.FormatDescription();
            }
            catch (EventLogException)
            {
                text = null;
            }
            DateTime at = found.TimeCreated ?? DateTime.MinValue;
            return at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) + " " + found.ProviderName + " " + found.Id + ": " + (text ?? "");
        }

        /// <summary>Where winget is: the system's own account has no link to it.</summary>
        private static string Winget()
        {
            string folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "WindowsApps");
            try
            {
                string[] found = Directory.GetDirectories(folder, "Microsoft.DesktopAppInstaller_*__8wekyb3d8bbwe");
                Array.Sort(found, StringComparer.OrdinalIgnoreCase);
                for (int at = found.Length - 1; at >= 0; at--)
                {
                    string tool = Path.Combine(found[at], "winget.exe");
                    if (File.Exists(tool)) { return tool; }
                }
            }
            catch (IOException)
            {
                // There is none.
            }
            catch (UnauthorizedAccessException)
            {
                // It is not for us.
            }
            return null;
        }

        private static Outcome RunWinget(Job job, params string[] words)
        {
            string tool = Winget();
            if (tool == null) { throw new Refused("unsupported", "this machine has no winget"); }
            List<string> all = new List<string>(words);
            all.AddRange(new string[] { "--accept-source-agreements", "--disable-interactivity" });
            return Programs.Run(job, tool, all.ToArray(), delegate(string line) { job.Progress(line, Percent(line)); });
        }

        private static int? Percent(string line)
        {
            Match hit = Share.Match(line);
            if (hit.Success) { return (int)Math.Min(double.Parse(hit.Groups[1].Value, CultureInfo.InvariantCulture), 100); }
            hit = Part.Match(line);
            if (!hit.Success) { return null; }
            double whole = Bytes(hit.Groups[3].Value, hit.Groups[4].Value);
            return whole > 0 ? (int?)Math.Min(100 * Bytes(hit.Groups[1].Value, hit.Groups[2].Value) / whole, 100) : null;
        }

        private static double Bytes(string number, string unit)
        {
            return double.Parse(number, CultureInfo.InvariantCulture) * Math.Pow(1024, Math.Max("BKMG".IndexOf(unit[0]), 0));
        }

        /// <summary>The rows of a table as winget prints it: columns begin where their titles do.</summary>
        public static List<string[]> Table(string text)
        {
            List<string[]> rows = new List<string[]>();
            List<int> starts = null;
            string title = "";
            foreach (string raw in text.Split('\n'))
            {
                // What it drew to show that it works is before the last return.
                string line = raw.TrimEnd().Substring(raw.TrimEnd().LastIndexOf('\r') + 1);
                if (starts == null && line.Length > 10 && line.Trim('-').Length == 0)
                {
                    starts = new List<int>();
                    foreach (Match word in Regex.Matches(title, "\\S+")) { starts.Add(word.Index); }
                }
                else if (starts != null && starts.Count >= 3 && line.Length > starts[2])
                {
                    rows.Add(Cut(line, starts));
                }
                title = line;
            }
            return rows;
        }

        private static string[] Cut(string line, List<int> starts)
        {
            string[] cells = new string[starts.Count];
            for (int at = 0; at < starts.Count; at++)
            {
                int begin = Math.Min(starts[at], line.Length);
                int end = at + 1 < starts.Count ? Math.Min(starts[at + 1], line.Length) : line.Length;
                cells[at] = line.Substring(begin, end - begin).Trim();
            }
            return cells;
        }

        private static Fields PackageRow(string name, string version, string about, string source, bool installed, string update)
        {
            Fields row = new Fields
            {
                { "name", Words.Clean(name, 128) }, { "version", Words.Clean(version, 96) }, { "description", Words.Clean(about, 160) },
                { "source", source }, { "installed", installed }
            };
            if (update.Length > 0) { row["update"] = Words.Clean(update, 96); }
            return row;
        }

        private Outcome Packages(Job job)
        {
            return Outcome.Page(Kept("packages", job, InstalledRows), job.Wish);
        }

        private static List<Fields> InstalledRows()
        {
            List<Fields> rows = new List<Fields>();
            foreach (KeyValuePair<string, RegistryKey> found in Installed())
            {
                using (RegistryKey key = found.Value)
                {
                    string name = Said(key, "DisplayName");
                    string publisher = Said(key, "Publisher");
                    string about = publisher.Length > 0 ? name + " (" + publisher + ")" : name;
                    bool isMsi = IsProduct(found.Key, key);
                    // Only a product's number is sure to name it, and nothing else.
                    rows.Add(PackageRow(isMsi ? found.Key : name, Said(key, "DisplayVersion"), about, isMsi ? "msi" : "setup", true, ""));
                }
            }
            rows.Sort(delegate(Fields a, Fields b) { return string.Compare((string)a["description"], (string)b["description"], StringComparison.OrdinalIgnoreCase); });
            return rows;
        }

        private static string Said(RegistryKey key, string name)
        {
            return Convert.ToString(key.GetValue(name), CultureInfo.InvariantCulture);
        }

        private static bool IsProduct(string number, RegistryKey key)
        {
            Guid parsed;
            return Said(key, "WindowsInstaller") == "1" && Guid.TryParseExact(number, "B", out parsed);
        }

        /// <summary>The open keys of what is installed for everybody, with the keys' names.</summary>
        private static IEnumerable<KeyValuePair<string, RegistryKey>> Installed()
        {
            foreach (RegistryView view in new RegistryView[] { RegistryView.Registry64, RegistryView.Registry32 })
            {
                using (RegistryKey root = RegistryKey.OpenBaseKey(RegistryHive.LocalMachine, view))
                using (RegistryKey list = root.OpenSubKey("SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall"))
                {
                    if (list == null) { continue; }
                    foreach (string name in list.GetSubKeyNames())
                    {
                        RegistryKey key = list.OpenSubKey(name);
                        if (key == null) { continue; }
                        bool hidden = Said(key, "SystemComponent") == "1";
                        if (hidden || key.GetValue("DisplayName") == null || key.GetValue("ParentKeyName") != null) { key.Close(); continue; }
                        yield return new KeyValuePair<string, RegistryKey>(name, key);
                    }
                }
            }
        }

        private Outcome Search(Job job)
        {
            string query = job.Wish.Word("query", Query);
            List<Fields> rows = Kept("search:" + query, job, delegate
            {
                List<Fields> found = new List<Fields>();
                foreach (string[] cells in Table(RunWinget(job, "search", "--source", "winget", "--query", query).Output))
                {
                    found.Add(PackageRow(cells[1], cells[2], cells[0], "winget", false, ""));
                }
                return found;
            });
            return Outcome.Page(rows, job.Wish);
        }

        private Outcome Updates(Job job)
        {
            List<Fields> rows = Kept("updates", job, delegate
            {
                List<Fields> found = new List<Fields>();
                foreach (string[] cells in Table(RunWinget(job, "upgrade", "--source", "winget").Output))
                {
                    if (cells.Length > 3 && PackageId.IsMatch(cells[1])) { found.Add(PackageRow(cells[1], cells[2], cells[0], "winget", true, cells[3])); }
                }
                return found;
            });
            return Outcome.Page(rows, job.Wish);
        }

        private Outcome Alone(Func<Outcome> act)
        {
            if (!Monitor.TryEnter(changing)) { throw new Refused("busy", "packages are being changed already"); }
            try
            {
                return act().Shortened();
            }
            finally
            {
                lock (kept) { kept.Clear(); }
                Monitor.Exit(changing);
            }
        }

        private Outcome Install(Job job)
        {
            string package = job.Wish.Word("package", PackageId);
            return Alone(delegate { return RunWinget(job, "install", "--exact", "--id", package, "--silent", "--accept-package-agreements"); });
        }

        private Outcome Update(Job job)
        {
            string package = job.Wish.Word("package", new Regex("^\\*\\z|" + PackageId));
            return Alone(delegate
            {
                return package == "*"
                    ? RunWinget(job, "upgrade", "--all", "--silent", "--accept-package-agreements")
                    : RunWinget(job, "upgrade", "--exact", "--id", package, "--silent", "--accept-package-agreements");
            });
        }

        private Outcome Remove(Job job)
        {
            string package = job.Wish.Word("package", Package);
            string product = Product(package);
            return Alone(delegate
            {
                if (product == null)
                {
                    if (package[0] == '{') { throw new Refused("not-found", "there is no product " + package); }
                    bool isId = PackageId.IsMatch(package) && package.IndexOf('.') > 0;
                    return RunWinget(job, "uninstall", "--exact", isId ? "--id" : "--name", package, "--silent");
                }
                job.Progress("Removing " + package, null);
                string tool = Path.Combine(Environment.SystemDirectory, "msiexec.exe");
                Outcome outcome = Programs.Run(job, tool, new string[] { "/x", product, "/qn", "/norestart" }, null);
                // 3010: done, and a restart is still to come.
                outcome.Success = outcome.ExitCode == 0 || outcome.ExitCode == 3010;
                return outcome;
            });
        }

        /// <summary>The number of a product that Windows Installer put here, by its number or name.</summary>
        private static string Product(string package)
        {
            string number = null;
            foreach (KeyValuePair<string, RegistryKey> found in Installed())
            {
                using (RegistryKey key = found.Value)
                {
                    bool isIt = Said(key, "DisplayName") == package || string.Equals(found.Key, package, StringComparison.OrdinalIgnoreCase);
                    if (isIt && IsProduct(found.Key, key)) { number = found.Key; }
                }
            }
            return number;
        }

        private Outcome Users(Job job)
        {
            List<Fields> rows = new List<Fields>();
            IntPtr sessions;
            int count;
            if (Native.WTSEnumerateSessions(IntPtr.Zero, 0, 1, out sessions, out count))
            {
                int size = Marshal.SizeOf(typeof(Native.Session));
                for (int at = 0; at < Math.Min(count, 500); at++)
                {
                    Native.Session session = (Native.Session)Marshal.PtrToStructure(new IntPtr(sessions.ToInt64() + at * size), typeof(Native.Session));
                    string name = SessionText(session.Id, 5);
                    if (name.Length == 0) { continue; }
                    rows.Add(new Fields
                    {
                        { "name", name }, { "terminal", SessionText(session.Id, 6) }, { "from", SessionText(session.Id, 10) }, { "since", LoggedInAt(session.Id) }
                    });
                }
                Native.WTSFreeMemory(sessions);
            }
            return Outcome.Page(rows, job.Wish);
        }

        private static string SessionText(int session, int kind)
        {
            IntPtr buffer;
            int size;
            if (!Native.WTSQuerySessionInformationW(IntPtr.Zero, session, kind, out buffer, out size)) { return ""; }
            string text = Marshal.PtrToStringUni(buffer);
            Native.WTSFreeMemory(buffer);
            return Words.Clean(text, 128);
        }

        private static long LoggedInAt(int session)
        {
            IntPtr buffer;
            int size;
            if (!Native.WTSQuerySessionInformationW(IntPtr.Zero, session, 24, out buffer, out size)) { return 0; }
            // The last but one of the moments at the end of WTSINFO.
            long moment = size >= 216 ? Marshal.ReadInt64(buffer, 200) : 0;
            Native.WTSFreeMemory(buffer);
            return moment <= 0 ? 0 : (moment - 116444736000000000L) / 10000000L;
        }

        private Outcome Info(Job job)
        {
            return new Outcome(new Fields
            {
                { "os_type", "windows" }, { "os_name", OsName() }, { "version", Value(Facts, "DisplayVersion") },
                { "windows_edition", Value(Facts, "EditionID") }, { "architecture", Environment.Is64BitOperatingSystem ? "x86_64" : "x86" },
                { "hostname", Words.Clean(Environment.MachineName, 64) }, { "kernel_version", Kernel() },
                { "processor", Words.Clean(Value("HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", "ProcessorNameString"), 128) },
                { "cpu_count", Environment.ProcessorCount }, { "memory_total_kb", Meters.Memory()["total_kb"] },
                { "uptime_seconds", (long)(Native.GetTickCount64() / 1000) }, { "boot_id", BootId() },
                { "services", "windows" }, { "packages", Winget() == null ? "msi" : "winget" },
                { "dotnet", Environment.Version.ToString() }, { "agent_version", version }
            });
        }

        private Outcome Diagnose(Job job)
        {
            StringBuilder text = new StringBuilder("Infinibay guest agent " + version + "\n");
            foreach (KeyValuePair<string, object> fact in (Fields)Info(job).Data) { text.Append(fact.Key + ": " + fact.Value + "\n"); }
            job.Progress("Services", null);
            text.Append("\n== Services that should run\n");
            foreach (Fields row in ServiceRows())
            {
                if ("enabled".Equals(row["start_type"]) && "stopped".Equals(row["state"])) { text.Append(row["name"] + "\n"); }
            }
            foreach (string log in new string[] { "System", "Application" })
            {
                job.Check();
                job.Progress(log, null);
                text.Append("\n== Errors in the log " + log + "\n");
                foreach (string line in Events(log, "*[System[(Level=1 or Level=2)]]", 40)) { text.Append((line.Length > 400 ? line.Substring(0, 400) : line) + "\n"); }
            }
            text.Append("\n== Disks\n");
            foreach (Fields row in Meters.Disks()) { text.Append(row["mount_point"] + " " + row["used_kb"] + " of " + row["total_kb"] + " KiB used\n"); }
            text.Append("\n== Interfaces\n");
            foreach (Fields row in Meters.Interfaces()) { text.Append(row["name"] + " " + string.Join(" ", (List<string>)row["ip_addresses"]) + "\n"); }
            Outcome outcome = new Outcome(null);
            outcome.Output = Words.Redacted(Words.CleanLines(text.ToString()));
            while (Json.Encode(outcome.Output).Length > Limits.Payload) { outcome.Output = outcome.Output.Substring(0, outcome.Output.Length * 7 / 8); }
            return outcome;
        }

        /// <summary>Open the port for reading and writing at the same time.</summary>
        public static Stream OpenPort(string path)
        {
            SafeFileHandle handle = Native.CreateFile(path, 0xC0000000, 0, IntPtr.Zero, 3, 0x40000000, IntPtr.Zero);
            if (handle.IsInvalid) { throw new Win32Exception(); }
            return new FileStream(handle, FileAccess.ReadWrite, 1, true);
        }
    }

    /// <summary>Where PowerShell comes in.</summary>
    public static class Start
    {
        public static string Once(string version)
        {
            WindowsMachine machine = new WindowsMachine(version);
            machine.Reading();
            Thread.Sleep(500);
            return Encoding.UTF8.GetString(Json.Encode(Agent.Reading(machine)));
        }

        public static void Run(string version, string port, double period, string place)
        {
            new Agent(delegate { return WindowsMachine.OpenPort(port); }, new WindowsMachine(version), period, place).Run();
        }
    }
}
'@

# A warning of some newer compiler is no reason not to run.
Add-Type -TypeDefinition $source -IgnoreWarnings -ReferencedAssemblies 'System.Core', 'System.Web.Extensions', 'System.ServiceProcess'

if ($Once) {
    Write-Output ([Infinibay.Start]::Once($AgentVersion))
    exit 0
}

# It ends when a new version is in its place; the task starts that one.
[Infinibay.Start]::Run($AgentVersion, $Port, $Period, $PSCommandPath)
exit 0

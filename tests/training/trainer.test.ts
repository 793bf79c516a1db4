import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/training/job.ts';
import { createTrainer, PATIENCE, SILENCE } from '../../src/training/trainer.ts';
import { type CountInput, type CountSnapshot, createStage } from './stage.ts';

type Counting = Job<CountInput, number, CountSnapshot>;

function trained(cost = 1) {
  const stage = createStage(cost);
  const trainer = createTrainer<Counting>('counting', stage.surroundings);
  const frames = (count: number) => {
    for (let i = 0; i < count; i++) stage.frame();
  };
  return { stage, trainer, frames };
}

describe('createTrainer', () => {
  it('makes no worker before it is started', () => {
    const { stage, trainer, frames } = trained();
    trainer.run();
    trainer.pause();
    trainer.change(3);
    frames(3);
    expect(stage.workers()).toBe(0);
    expect(trainer.state.value).toBe('empty');
  });

  it('starts nothing by itself: a start waits at step 0', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 5 });
    frames(5);
    expect(trainer.snapshot.value?.total).toBe(5);
    expect(trainer.state.value).toBe('waiting');
    expect(stage.sent).toHaveLength(1);
  });

  it('begins a new run in another worker where the old one is lost in a long step', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(6);
    stage.hang();
    frames(1);
    trainer.start({ from: 100 });
    frames(Math.ceil(PATIENCE / 4) - 2);
    expect(stage.workers()).toBe(1);
    frames(8);
    expect(stage.workers()).toBe(2);
    expect(trainer.snapshot.value?.total).toBe(100);
    expect(trainer.restarted.value).toBe(false);
    trainer.run();
    frames(6);
    expect(trainer.snapshot.value?.total).toBe(100 + trainer.step.value);
    expect(trainer.step.value).toBeGreaterThan(10);
  });

  it('runs, pauses at a step and stays there', () => {
    const { trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(6);
    expect(trainer.state.value).toBe('running');
    trainer.pause();
    expect(trainer.state.value).toBe('waiting');
    frames(2);
    const { value } = trainer.step;
    expect(value).toBeGreaterThan(20);
    frames(5);
    expect(trainer.step.value).toBe(value);
    expect(trainer.snapshot.value?.total).toBe(value);
  });

  it('asks on after a pause until all that is shown is of the step that stands', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0, doubling: 60 });
    trainer.run();
    frames(6);
    trainer.pause();
    frames(2);
    const { value } = trainer.step;
    expect(trainer.snapshot.value?.doubled).not.toBe(2 * value);
    frames(6);
    expect(trainer.snapshot.value).toMatchObject({ total: value, doubled: 2 * value });
    const asked = stage.sent.length;
    frames(5);
    expect(stage.sent).toHaveLength(asked);
  });

  it('goes to a step exactly, and one step on', () => {
    const { trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.runTo(37);
    frames(10);
    expect([trainer.step.value, trainer.state.value]).toEqual([37, 'waiting']);
    trainer.runTo(38);
    frames(3);
    expect(trainer.snapshot.value?.total).toBe(38);
  });

  it('keeps a pace in steps a second, whatever the worker could do', () => {
    const { stage, trainer, frames } = trained(0.001);
    trainer.start({ from: 0 });
    trainer.run(100);
    const before = stage.clock.time;
    frames(500);
    const seconds = (stage.clock.time - before) / 1000;
    // a frame's worth of steps may be missing or ahead
    expect(Math.abs(trainer.step.value - 100 * seconds)).toBeLessThanOrEqual(3);
  });

  it('has one question in flight, however often it is asked to change', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    for (let i = 0; i < 200; i++) {
      trainer.change(i);
      trainer.start({ from: i });
      trainer.run();
      if (i % 10 === 0) frames(1);
    }
    expect(stage.mostWaiting()).toBe(1);
    frames(2);
    trainer.pause();
    frames(2);
    expect(trainer.snapshot.value?.total).toBe(199 + trainer.step.value);
  });

  it('makes a change at once, also while it waits or has ended', () => {
    const { trainer, frames } = trained();
    trainer.start({ from: 0, length: 4 });
    trainer.run();
    frames(4);
    expect(trainer.state.value).toBe('ended');
    trainer.change(100);
    frames(1);
    trainer.runTo(5);
    frames(3);
    expect(trainer.snapshot.value?.total).toBe(104);
  });

  it('rests while nobody looks, and goes on afterwards', () => {
    const { trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(3);
    trainer.look(false);
    frames(2);
    const { value } = trainer.step;
    frames(5);
    expect(trainer.step.value).toBe(value);
    trainer.look(true);
    frames(5);
    expect(trainer.step.value).toBeGreaterThan(value);
  });

  it('brings back a run whose worker died, with its changes, and never shows a step before', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 1000 });
    trainer.runTo(20);
    frames(6);
    trainer.change(10);
    trainer.run();
    frames(4);
    const [step, total] = [trainer.step.value, trainer.snapshot.value?.total];
    stage.kill();
    const seen: number[] = [];
    trainer.step.subscribe((value) => seen.push(value));
    frames(20);
    expect(Math.min(...seen)).toBe(step);
    trainer.pause();
    frames(2);
    expect(trainer.restarted.value).toBe(true);
    expect(stage.workers()).toBe(2);
    expect(total).toBe(1020 + 10 * (step - 20));
    expect(trainer.step.value).toBeGreaterThan(step);
    expect(trainer.snapshot.value?.total).toBe(1020 + 10 * (trainer.step.value - 20));
  });

  it('brings back a paused run and leaves it paused', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.runTo(60);
    frames(12);
    stage.kill();
    frames(12);
    expect([trainer.step.value, trainer.state.value]).toEqual([60, 'waiting']);
    trainer.runTo(61);
    frames(3);
    expect(trainer.snapshot.value?.total).toBe(61);
  });

  it('restarts once; a second death is a failure that keeps what is on show', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(4);
    const { value } = trainer.step;
    stage.kill();
    stage.kill();
    frames(3);
    expect(trainer.state.value).toBe('failed');
    expect(stage.workers()).toBe(2);
    expect(trainer.step.value).toBe(value);
    trainer.run();
    frames(20);
    expect(trainer.state.value).toBe('running');
    expect(trainer.step.value).toBeGreaterThan(value);
  });

  it('takes a worker that no longer answers for dead', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(4);
    stage.hang();
    // frames of 4 ms of the stage's clock, and a few for the way back
    frames(SILENCE / 4 + 50);
    expect(trainer.restarted.value).toBe(true);
    expect(trainer.state.value).toBe('running');
    expect(stage.workers()).toBe(2);
  });

  it('says what a run threw and can be started again', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0, throwsAt: 3 });
    trainer.run();
    frames(5);
    expect([trainer.state.value, trainer.failure.value]).toEqual(['failed', 'a step went wrong']);
    trainer.start({ from: 0 });
    trainer.runTo(9);
    frames(5);
    expect([trainer.step.value, trainer.failure.value]).toEqual([9, '']);
    expect(stage.mostWaiting()).toBe(1);
  });

  it('ends its worker when disposed of', () => {
    const { stage, trainer, frames } = trained();
    trainer.start({ from: 0 });
    trainer.run();
    frames(3);
    trainer.dispose();
    const { length } = stage.answers;
    frames(3);
    expect(stage.answers).toHaveLength(length);
    expect(trainer.state.value).toBe('empty');
  });
});

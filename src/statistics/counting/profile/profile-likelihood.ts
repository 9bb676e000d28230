import { isFixed } from '../background/background-model.ts';
import type { CountingModel } from '../counting-model.ts';
import { isUncertain } from '../counting-model.ts';
import type { ProfileLikelihood } from './profile-likelihood-contract.ts';
import { oneBackgroundProfile, oneChannelProfile } from './profile-one-channel.ts';
import { severalChannelsProfile } from './profile-several-channels.ts';

/** The profile likelihood of a model; fast forms for one channel whose efficiency is known. */
export function profileLikelihood(model: CountingModel): ProfileLikelihood {
  const [channel] = model.channels;
  const one = model.channels.length === 1 && !isUncertain(channel.efficiency) && !isUncertain(model.efficiency);
  if (!one) return severalChannelsProfile(model);
  const closed = channel.background.kind === 'gauss' || isFixed(channel.background);
  return closed ? oneChannelProfile(channel) : oneBackgroundProfile(channel);
}
